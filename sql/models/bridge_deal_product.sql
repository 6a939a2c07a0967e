-- One product that a deal is about.
select distinct
  n.deal_key,
  e.entity_id as product_id,
  x.product_key
from staging.deal_entity e
join staging.deal_number n using (claim_set)
join mart.dim_product x on x.product_id = e.entity_id and x.valid_from <= n.as_of and n.as_of < x.valid_to
where e.entity_type = 'product'
