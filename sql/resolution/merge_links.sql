insert into resolution.link (one, other, score)
select one, other, score
from (
  select one, other, score from new_link
  union
  select other, one, score from new_link
) sides
order by one, other
on conflict do nothing;
analyze new_link;

-- Components that a touched assertion is or was in, or is linked to now; those that hold a claim of an article with another
-- representative; and those of pinned deals, since a pin that matches two deals holds on none.
insert into touched_component
select a.component
from touched_assertion
join resolution.assertion a using (assertion)
union
select a.component
from new_link n
join resolution.assertion a on a.assertion = n.one
union
select a.component
from new_link n
join resolution.assertion a on a.assertion = n.other
union
select a.component
from moved_article
join resolution.claim c using (article_id)
join resolution.assertion a using (assertion)
union
select component
from resolution.deal
where is_pinned
on conflict do nothing;
analyze touched_component;

insert into affected_assertion
select assertion
from resolution.assertion
join touched_component using (component);
analyze affected_assertion;
