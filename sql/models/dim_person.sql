-- One version of a person.
select
  p.person_id,
  p.valid_from,
  p.valid_to,
  p.valid_to = 'infinity' as is_current,
  p.name_en,
  p.name_ja,
  p.name_zh,
  coalesce(company.company_key, -1) as company_key,
  p.company_id,
  coalesce(p.role, '') as role,
  p.is_discovered,
  false as is_inferred
from staging.person p
left join mart.dim_company company on company.company_id = p.company_id and company.is_current
union all
select
  entity_id, '-infinity', 'infinity', true, name, name, name, -1, null, '', entity_id like 'new:%', true
from (
  select
    e.entity_id,
    coalesce(min(e.name collate "C"), regexp_replace(e.entity_id, '^new:', '')) as name
  from staging.entity e
  where e.entity_type = 'person'
    and not exists (select from staging.person c where c.person_id = e.entity_id)
  group by e.entity_id
) inferred
