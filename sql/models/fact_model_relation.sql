-- One relation of a model or chip.
select
  r.model_relation_id,
  r.subject_id,
  coalesce(model.model_key, -2) as model_key,
  coalesce(chip.chip_key, -2) as chip_key,
  coalesce(relation.relation_key, -1::smallint) as relation_key,
  r.object_id,
  coalesce(object_company.company_key, -2) as object_company_key,
  coalesce(object_model.model_key, -2) as object_model_key,
  coalesce(object_chip.chip_key, -2) as object_chip_key,
  coalesce(status.deal_status_key, -1::smallint) as deal_status_key,
  coalesce(claims.claim_count, 0)::integer as claim_count,
  r.independent_sources,
  r.confidence
from staging.model_relation r
left join mart.dim_model model on r.subject_type = 'model' and model.model_id = r.subject_id and model.is_current
left join mart.dim_chip chip on r.subject_type = 'chip' and chip.chip_id = r.subject_id and chip.is_current
left join mart.dim_relation relation on relation.relation_id = r.relation
left join mart.dim_company object_company
  on r.object_type = 'company' and object_company.company_id = r.object_id and object_company.is_current
left join mart.dim_model object_model
  on r.object_type = 'model' and object_model.model_id = r.object_id and object_model.is_current
left join mart.dim_chip object_chip
  on r.object_type = 'chip' and object_chip.chip_id = r.object_id and object_chip.is_current
left join mart.dim_deal_status status on status.deal_status_id = r.deal_status
left join (
  select model_relation_id, count(*) as claim_count
  from staging.model_relation_claim
  group by model_relation_id
) claims using (model_relation_id)
