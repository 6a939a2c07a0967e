-- block: The consensus amount lies within what the claims in its currency tell, unless an analyst pinned it.
select d.deal_key, d.amount, min(c.amount) as least_told, max(c.amount) as greatest_told
from mart.fact_deal d
join mart.fact_deal_claim c using (deal_key)
where {touched d.deal_key}
  and d.amount is not null
  and d.pinned is null
  and c.currency_key = d.currency_key
group by d.deal_key, d.amount
having d.amount < min(least(c.amount, c.amount_low))
  or d.amount > max(greatest(c.amount, c.amount_high))
