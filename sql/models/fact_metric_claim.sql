-- One figure as told by one article.
select
  a.article_key,
  c.metric_index,
  f.metric_key,
  c.value,
  c.value_low,
  c.value_high,
  c.qualifier,
  c.confidence,
  c.span_start,
  c.span_end,
  c.is_in_title,
  c.quote,
  c.rule
from staging.metric_claim c
join mart.dim_article a using (article_id)
join mart.fact_metric f using (metric_id)
