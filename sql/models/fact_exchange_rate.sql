-- One currency and day whose rate was used.
select
  c.currency_key,
  ops.date_key(r.rate_on) as rate_date_key,
  r.usd_per_unit,
  r.basis
from staging.exchange_rate r
join mart.dim_currency c on c.currency_id = r.currency
