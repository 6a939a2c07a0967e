-- One version of a model.
select
  m.model_id,
  m.valid_from,
  m.valid_to,
  m.valid_to = 'infinity' as is_current,
  m.name_en,
  m.name_ja,
  m.name_zh,
  m.family,
  m.version,
  coalesce(developer.company_key, -1) as developer_key,
  m.developer_id,
  m.first_release,
  coalesce(m.kind, '') as kind,
  m.open_weights,
  m.parameters,
  m.is_discovered,
  false as is_inferred
from staging.model m
left join mart.dim_company developer on developer.company_id = m.developer_id and developer.is_current
union all
select
  entity_id, '-infinity', 'infinity', true, name, name, name, null, null, -1, null, null, '', null, null,
  entity_id like 'new:%', true
from (
  select
    e.entity_id,
    coalesce(min(e.name collate "C"), regexp_replace(e.entity_id, '^new:', '')) as name
  from staging.entity e
  where e.entity_type = 'model'
    and not exists (select from staging.model c where c.model_id = e.entity_id)
  group by e.entity_id
) inferred
