-- warn: Every pin holds on exactly one deal.
select p.pin_id, p.author, p.attribute, p.value, coalesce(m.deals, 0) as deals
from ops.pin p
left join ops.pin_match m using (pin_id)
where p.removed_at is null
  and coalesce(m.deals, 0) <> 1
