-- One article and one entity that it names; of touched articles only.
select
  a.article_key,
  m.entity_type,
  m.entity_id,
  m.name as entity_name,
  coalesce(company.company_key, -2) as company_key,
  coalesce(model.model_key, -2) as model_key,
  coalesce(chip.chip_key, -2) as chip_key,
  coalesce(product.product_key, -2) as product_key,
  coalesce(person.person_key, -2) as person_key,
  m.mention_count,
  m.first_start,
  m.first_end,
  m.is_in_title,
  m.first_start < 200 as is_in_lead,
  m.confidence
from staging.mention m
join mart.dim_article a using (article_id)
cross join lateral (select coalesce(a.published_earliest, date '9999-12-31') as as_of) day
left join mart.dim_company company on m.entity_type = 'company' and company.company_id = m.entity_id
  and company.valid_from <= day.as_of and day.as_of < company.valid_to
left join mart.dim_model model on m.entity_type = 'model' and model.model_id = m.entity_id
  and model.valid_from <= day.as_of and day.as_of < model.valid_to
left join mart.dim_chip chip on m.entity_type = 'chip' and chip.chip_id = m.entity_id
  and chip.valid_from <= day.as_of and day.as_of < chip.valid_to
left join mart.dim_product product on m.entity_type = 'product' and product.product_id = m.entity_id
  and product.valid_from <= day.as_of and day.as_of < product.valid_to
left join mart.dim_person person on m.entity_type = 'person' and person.person_id = m.entity_id
  and person.valid_from <= day.as_of and day.as_of < person.valid_to
