-- One change of the consensus on a deal.
select
  n.deal_key,
  h.change_index,
  ops.date_key(h.told_on) as told_date_key,
  h.told_on,
  h.attribute,
  h.old_value,
  h.new_value,
  a.article_key,
  h.claim_index
from staging.deal_change h
join staging.deal_number n using (claim_set)
join mart.dim_article a using (article_id)
