-- Each whole with an amount beside its parts.
select whole.claim_set, whole.node, part.node
from (
  select distinct e.other_claim_set as whole, e.claim_set as part
  from related_deal r
  join resolution.edge e on e.other_claim_set = r.claim_set
  where e.relation = 'part_of'
) pair
join resolution.deal whole on whole.claim_set = pair.whole
join resolution.deal part on part.claim_set = pair.part
where whole.has_amount
order by whole.claim_set
