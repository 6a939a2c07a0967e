-- One contradiction between or within the claims of a deal.
select
  n.deal_key,
  x.conflict_index,
  x.attribute,
  x.kind,
  x.detail
from staging.deal_conflict x
join staging.deal_number n using (claim_set)
union all
-- Of deals that were not resolved again: what their claims alone contradict in.
select f.deal_key, f.conflict_index, f.attribute, f.kind, f.detail
from deal_patch p
join mart.fact_deal_conflict f using (deal_key)
where f.conflict_index < p.base_conflicts
