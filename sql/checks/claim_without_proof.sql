-- block: Every claim has a value with an article, a span and a rule: no cell without proof.
select a.article_id, c.claim_index, c.deal_key
from mart.fact_deal_claim c
join mart.dim_article a using (article_key)
where {touched c.deal_key}
  and not exists (
  select
  from mart.fact_claim_value v
  where v.deal_claim_key = c.deal_claim_key
    and v.rule <> ''
    and v.span_end > v.span_start
)
