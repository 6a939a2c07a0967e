-- One contradiction between or within the claims of a deal.
select
  n.deal_key,
  x.conflict_index,
  x.attribute,
  x.kind,
  x.detail
from staging.deal_conflict x
join staging.deal_number n using (claim_set)
