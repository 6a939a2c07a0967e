-- One version of a company.
select
  c.company_id,
  c.valid_from,
  c.valid_to,
  c.valid_to = 'infinity' as is_current,
  c.name_en,
  c.name_ja,
  c.name_zh,
  coalesce(c.kind, '') as kind,
  coalesce(r.region_key, -1::smallint) as region_key,
  c.country,
  c.founded,
  c.ticker,
  c.website,
  c.parent_id,
  parent.name_en as parent_name,
  coalesce(c.ultimate_parent_id, c.company_id) as ultimate_parent_id,
  coalesce(head.name_en, c.name_en) as ultimate_parent_name,
  c.is_discovered,
  false as is_inferred
from staging.company c
left join mart.dim_region r on r.region_id = c.country
left join staging.company parent on parent.company_id = c.parent_id and parent.valid_to = 'infinity'
left join staging.company head on head.company_id = c.ultimate_parent_id and head.valid_to = 'infinity'
union all
select
  entity_id, '-infinity', 'infinity', true, name, name, name, '', -1::smallint, null, null, null, null, null, null,
  entity_id, name, entity_id like 'new:%', true
from (
  select
    e.entity_id,
    coalesce(min(e.name collate "C"), regexp_replace(e.entity_id, '^new:', '')) as name
  from staging.entity e
  where e.entity_type = 'company'
    and not exists (select from staging.company c where c.company_id = e.entity_id)
  group by e.entity_id
) inferred
