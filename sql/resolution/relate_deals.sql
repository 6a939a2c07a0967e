-- Deals whose relations may have changed: those resolved again, those of the chains gone through, those at the ends of
-- relations made or dropped.
insert into related_deal
select claim_set
from (
  select claim_set from staging.deal
  union
  select c.claim_set from touched_chain join resolution.chain c using (chain)
  union
  select claim_set from dropped_edge
  union
  select other_claim_set from dropped_edge
  union
  select e.other_claim_set from staging.deal d join resolution.edge e on e.claim_set = d.claim_set where e.chain = 0
  union
  select e.claim_set from staging.deal d join resolution.edge e on e.other_claim_set = d.claim_set where e.chain = 0
) named
join resolution.deal using (claim_set);
analyze related_deal;

insert into staging.deal_relation (claim_set, relation, other_claim_set)
select distinct e.claim_set, e.relation, e.other_claim_set
from related_deal
join resolution.edge e using (claim_set);
