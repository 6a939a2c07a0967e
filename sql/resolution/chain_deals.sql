select m.chain, d.node
from (
  select c.chain, c.claim_set, count(*) over (partition by c.chain) as deals
  from touched_chain
  join resolution.chain c using (chain)
) m
join resolution.deal d using (claim_set)
where m.deals > 1
order by m.chain
