-- One relation between two deals.
select distinct
  n.deal_key,
  r.relation,
  other.deal_key as other_deal_key
from staging.deal_relation r
join staging.deal_number n using (claim_set)
join staging.deal_number other on other.claim_set = r.other_claim_set
where n.deal_key <> other.deal_key
