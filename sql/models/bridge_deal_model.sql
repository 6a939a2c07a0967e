-- One model that a deal is about.
select distinct
  n.deal_key,
  e.entity_id as model_id,
  x.model_key
from staging.deal_entity e
join staging.deal_number n using (claim_set)
join mart.dim_model x on x.model_id = e.entity_id and x.valid_from <= n.as_of and n.as_of < x.valid_to
where e.entity_type = 'model'
