-- block: A deal that is a part of another with an amount, or covered by one, is not additive together with it.
select b.deal_key, b.relation, b.other_deal_key
from mart.bridge_deal_deal b
join mart.fact_deal part on part.deal_key = b.deal_key
join mart.fact_deal whole on whole.deal_key = b.other_deal_key
where b.relation in ('part_of', 'covered_by')
  and part.is_additive
  and whole.is_additive
  and whole.amount is not null
  and ({touched b.deal_key} or {touched b.other_deal_key})
