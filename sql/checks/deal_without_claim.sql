-- block: Every deal is told by a claim.
select deal_key, claim_set
from mart.fact_deal d
where {touched d.deal_key}
  and not exists (select from mart.fact_deal_claim c where c.deal_key = d.deal_key)
