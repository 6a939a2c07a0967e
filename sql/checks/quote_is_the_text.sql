-- warn: The quote of a value is the characters of its span in the landed text.
select a.article_id, c.claim_index, v.attribute, v.span_start, v.span_end, v.quote
from mart.fact_claim_value v
join mart.fact_deal_claim c using (deal_claim_key)
join mart.dim_article a using (article_key)
join raw.article r on r.article_id = a.article_id and r.sha256 = a.sha256
where not v.is_in_title
  and r.content is not null
  and left(substr(r.content, v.span_start + 1, v.span_end - v.span_start), 200) <> v.quote
