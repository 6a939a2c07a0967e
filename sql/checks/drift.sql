-- warn: The confirmed additive sum in US dollars moved by more than a quarter in the last refresh.
with shown as (
  select r.run_id, (
    select sum(a.amount_usd)
    from ops.deals_shown_at(coalesce(r.finished_at, now())) a
    join mart.dim_deal_status s on s.deal_status_id = a.deal_status
    where s.status_class = 'confirmed'
      and a.is_additive
  ) as amount_usd
  from ops.run r
  where r.run_id in (select distinct run_id from ops.deal_audit order by run_id desc limit 2)
)
select later.run_id, earlier.amount_usd as before_usd, later.amount_usd as after_usd
from shown later
join shown earlier on earlier.run_id < later.run_id
where abs(later.amount_usd - earlier.amount_usd) > 0.25 * earlier.amount_usd
