-- What the refresh changes in what the mart shows: new and changed deals, and those that go. $1 run. Runs before the merge.
insert into ops.deal_audit (
  run_id, deal_key, claim_set, deal_type_key, deal_status_key, amount, currency_key, amount_usd, announced_on, is_additive,
  is_deleted
)
select
  $1::bigint,
  coalesce(w.deal_key, d.deal_key),
  coalesce(w.claim_set, d.claim_set),
  coalesce(w.deal_type_key, d.deal_type_key),
  coalesce(w.deal_status_key, d.deal_status_key),
  case when w.deal_key is null then d.amount else w.amount end,
  coalesce(w.currency_key, d.currency_key),
  case when w.deal_key is null then d.amount_usd else w.amount_usd end,
  case when w.deal_key is null then d.announced_on else w.announced_on end,
  coalesce(w.is_additive, d.is_additive),
  w.deal_key is null
from wanted_fact_deal w
full join (
  select *
  from mart.fact_deal
  where deal_key in (select deal_key from touched_deal union select deal_key from deal_patch)
) d on d.deal_key = w.deal_key
where w.deal_key is null
  or d.deal_key is null
  or (w.deal_type_key, w.deal_status_key, w.amount, w.currency_key, w.amount_usd, w.announced_on, w.is_additive)
    is distinct from (d.deal_type_key, d.deal_status_key, d.amount, d.currency_key, d.amount_usd, d.announced_on, d.is_additive)
order by 2
