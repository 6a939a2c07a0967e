-- Deals and additive sums by class, before and after.
select
  status_class,
  sum(deals_before) as deals_before,
  sum(deals_after) as deals_after,
  sum(usd_before)::text as usd_before,
  sum(usd_after)::text as usd_after
from (
  select status_class, count(*) as deals_before, 0 as deals_after,
    coalesce(sum(amount_usd) filter (where is_additive), 0) as usd_before, 0 as usd_after
  from deals_before
  group by status_class
  union all
  select status_class, 0, count(*), 0, coalesce(sum(amount_usd) filter (where is_additive), 0)
  from mart.deals
  group by status_class
) both_sides
group by status_class
order by status_class
