-- One relation of a model as told by one article.
select
  a.article_key,
  c.fact_index,
  f.model_relation_key,
  c.claimed_by,
  coalesce(status.deal_status_key, -1::smallint) as deal_status_key,
  c.confidence,
  c.span_start,
  c.span_end,
  c.is_in_title,
  c.quote,
  c.rule
from staging.model_relation_claim c
join mart.dim_article a using (article_id)
join mart.fact_model_relation f using (model_relation_id)
left join mart.dim_deal_status status on status.deal_status_id = c.deal_status
