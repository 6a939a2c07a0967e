-- Whose rows are made again: $2 all articles, or those that the batches of run $1 changed.
insert into staging.touched_article (article_id)
select a.article_id
from raw.article a
join ops.batch b using (batch_id)
where $2::boolean
  or b.merged_run_id = $1::bigint
union
select article_id
from mart.dim_article
where $2::boolean
