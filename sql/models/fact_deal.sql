-- One real-world deal.
select
  n.deal_key,
  d.claim_set,
  coalesce(t.deal_type_key, -1::smallint) as deal_type_key,
  coalesce(s.deal_status_key, -1::smallint) as deal_status_key,
  d.nature,
  d.is_additive,
  d.amount,
  coalesce(c.currency_key, -1::smallint) as currency_key,
  d.qualifier,
  d.amount_low,
  d.amount_high,
  d.amount_period,
  d.amount_usd,
  d.usd_basis,
  d.restated,
  d.stake_percent,
  d.round,
  d.duration_months,
  d.capacity_watt,
  d.capacity_count,
  ops.date_key(d.rumored_on) as rumored_date_key,
  d.rumored_on,
  ops.date_key(d.announced_on) as announced_date_key,
  d.announced_on,
  ops.date_key(d.signed_on) as signed_date_key,
  d.signed_on,
  ops.date_key(d.completed_on) as completed_date_key,
  d.completed_on,
  ops.date_key(d.terminated_on) as terminated_date_key,
  d.terminated_on,
  ops.date_key(d.starts_on) as starts_date_key,
  d.starts_on,
  ops.date_key(d.ends_on) as ends_date_key,
  d.ends_on,
  case
    when n.as_of between date '1990-01-01' and date '2050-12-31' then to_char(n.as_of, 'YYYYMMDD')::integer
    else -1
  end as as_of_date_key,
  coalesce(claims.claim_count, 0)::integer as claim_count,
  d.independent_sources,
  d.confidence,
  coalesce(conflicts.conflict_count, 0)::integer as conflict_count,
  d.has_slip,
  d.pinned
from staging.deal d
join staging.deal_number n using (claim_set)
left join mart.dim_deal_type t on t.deal_type_id = d.deal_type
left join mart.dim_deal_status s on s.deal_status_id = d.deal_status
left join mart.dim_currency c on c.currency_id = d.currency
left join (
  select claim_set, count(*) as claim_count
  from staging.deal_claim
  group by claim_set
) claims using (claim_set)
left join (
  select claim_set, count(*) as conflict_count
  from staging.deal_conflict
  group by claim_set
) conflicts using (claim_set)
union all
-- Not resolved again, but related anew.
select
  f.deal_key, f.claim_set, f.deal_type_key, f.deal_status_key, f.nature, p.is_additive, f.amount, f.currency_key,
  f.qualifier, f.amount_low, f.amount_high, f.amount_period, f.amount_usd, f.usd_basis, f.restated, f.stake_percent,
  f.round, f.duration_months, f.capacity_watt, f.capacity_count, f.rumored_date_key, f.rumored_on,
  f.announced_date_key, f.announced_on, f.signed_date_key, f.signed_on, f.completed_date_key, f.completed_on,
  f.terminated_date_key, f.terminated_on, f.starts_date_key, f.starts_on, f.ends_date_key, f.ends_on,
  f.as_of_date_key, f.claim_count, f.independent_sources, f.confidence, p.conflict_count, f.has_slip, f.pinned
from deal_patch p
join mart.fact_deal f using (deal_key)
