-- Numbers that were merged away lead to the survivor; so does what led to them before.
update mart.deal_redirect r
set deal_key = n.deal_key
from staging.deal_heir h
join staging.deal_number n using (claim_set)
where r.deal_key = h.old_deal_key
  and r.deal_key <> n.deal_key;

insert into mart.deal_redirect (old_deal_key, deal_key)
select h.old_deal_key, n.deal_key
from staging.deal_heir h
join staging.deal_number n using (claim_set)
where h.old_deal_key <> n.deal_key
on conflict (old_deal_key) do update
set deal_key = excluded.deal_key
where mart.deal_redirect.deal_key <> excluded.deal_key;
