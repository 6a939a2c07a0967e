-- One deal as told by one article.
select
  a.article_key,
  c.claim_index,
  n.deal_key,
  coalesce(t.deal_type_key, -1::smallint) as deal_type_key,
  coalesce(s.deal_status_key, -1::smallint) as deal_status_key,
  c.is_main,
  c.nature,
  c.amount,
  coalesce(u.currency_key, -1::smallint) as currency_key,
  c.qualifier,
  c.amount_low,
  c.amount_high,
  c.amount_period,
  c.restated,
  c.stake_percent,
  c.round,
  c.duration_months,
  c.announced_on,
  c.starts_on,
  c.ends_on,
  c.part_of_index,
  c.attributed_to,
  c.is_slip,
  c.confidence
from staging.deal_claim c
join mart.dim_article a using (article_id)
join staging.deal_number n using (claim_set)
left join mart.dim_deal_type t on t.deal_type_id = c.deal_type
left join mart.dim_deal_status s on s.deal_status_id = c.deal_status
left join mart.dim_currency u on u.currency_id = c.currency
