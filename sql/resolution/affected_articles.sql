-- Articles whose representative may be another now.
insert into affected_article
select article_id
from resolution.representative
join touched_cluster using (representative_id)
union
select member.article_id
from (
  select c.article_id
  from resolution.copy c
  join touched_band using (band)
  union
  select c.copy_id
  from resolution.copy c
  join touched_band using (band)
) named
join resolution.representative r using (article_id)
join resolution.representative member using (representative_id)
union
select c.article_id
from resolution.copy c
join touched_band using (band)
union
select c.copy_id
from resolution.copy c
join touched_band using (band);
analyze affected_article
