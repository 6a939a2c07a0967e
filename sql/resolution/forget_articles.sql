-- What the touched articles told until now: noted as touched, and taken out of the index.
insert into touched_assertion
select distinct assertion
from resolution.claim
join staging.touched_article using (article_id);

insert into touched_group
select distinct kind, figure_group
from resolution.figure_claim
join staging.touched_article using (article_id);

insert into touched_band
select distinct band
from resolution.band
join staging.touched_article using (article_id);

insert into touched_source
select distinct source_key
from mart.dim_article
join staging.touched_article using (article_id)
where source_key > 0
on conflict do nothing;

insert into doubtful_entity
select distinct m.entity_type, m.entity_id
from staging.touched_article
join mart.dim_article a using (article_id)
join mart.fact_mention m using (article_key)
on conflict do nothing;

delete from resolution.claim c using staging.touched_article t where c.article_id = t.article_id;
delete from resolution.part p using staging.touched_article t where p.article_id = t.article_id;
delete from resolution.figure_claim f using staging.touched_article t where f.article_id = t.article_id;
delete from resolution.signature s using staging.touched_article t where s.article_id = t.article_id;
delete from resolution.band b using staging.touched_article t where b.article_id = t.article_id;
