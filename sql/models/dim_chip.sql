-- One version of a chip.
select
  c.chip_id,
  c.valid_from,
  c.valid_to,
  c.valid_to = 'infinity' as is_current,
  c.name_en,
  c.name_ja,
  c.name_zh,
  c.family,
  coalesce(vendor.company_key, -1) as vendor_key,
  c.vendor_id,
  coalesce(c.kind, '') as kind,
  c.announced,
  c.process_nm,
  c.memory_gb,
  c.is_discovered,
  false as is_inferred
from staging.chip c
left join mart.dim_company vendor on vendor.company_id = c.vendor_id and vendor.is_current
union all
select
  entity_id, '-infinity', 'infinity', true, name, name, name, null, -1, null, '', null, null, null,
  entity_id like 'new:%', true
from (
  select
    e.entity_id,
    coalesce(min(e.name collate "C"), regexp_replace(e.entity_id, '^new:', '')) as name
  from staging.entity e
  where e.entity_type = 'chip'
    and not exists (select from staging.chip c where c.chip_id = e.entity_id)
  group by e.entity_id
) inferred
