-- Whose rows are made again: $1 all articles, or those that the batches of this refresh changed.
insert into staging.touched_article (article_id)
select a.article_id
from raw.article a
where $1::boolean
  or a.batch_id in (select batch_id from merged_batch)
union
select article_id
from mart.dim_article
where $1::boolean
