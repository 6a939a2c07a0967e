-- What the touched articles tell now.
insert into touched_assertion
select distinct assertion
from resolution.claim
join staging.touched_article using (article_id)
on conflict do nothing;

insert into touched_group
select distinct kind, figure_group
from resolution.figure_claim
join staging.touched_article using (article_id)
on conflict do nothing;

insert into touched_band
select distinct band
from resolution.band
join staging.touched_article using (article_id)
on conflict do nothing;
analyze touched_assertion;
analyze touched_group;
analyze touched_band;
