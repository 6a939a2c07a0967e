-- One value of one attribute of one claim, with its proof.
select
  f.deal_claim_key,
  v.value_index,
  v.attribute,
  v.value,
  v.span_start,
  v.span_end,
  v.is_in_title,
  v.quote,
  v.rule,
  v.confidence,
  v.is_chosen,
  v.why_not
from staging.claim_value v
join mart.dim_article a using (article_id)
join mart.fact_deal_claim f on f.article_key = a.article_key and f.claim_index = v.claim_index
