-- block: A deal is confirmed only where some claim of it is.
select d.deal_key, s.deal_status_id as status
from mart.fact_deal d
join mart.dim_deal_status s using (deal_status_key)
where {touched d.deal_key}
  and s.status_class = 'confirmed'
  and d.pinned is null
  and not exists (
    select
    from mart.fact_deal_claim c
    join mart.dim_deal_status told on told.deal_status_key = c.deal_status_key
    where c.deal_key = d.deal_key
      and told.status_class = 'confirmed'
  )
