-- One version of a product.
select
  p.product_id,
  p.valid_from,
  p.valid_to,
  p.valid_to = 'infinity' as is_current,
  p.name_en,
  p.name_ja,
  p.name_zh,
  coalesce(vendor.company_key, -1) as vendor_key,
  p.vendor_id,
  coalesce(p.kind, '') as kind,
  p.is_discovered,
  false as is_inferred
from staging.product p
left join mart.dim_company vendor on vendor.company_id = p.vendor_id and vendor.is_current
union all
select
  entity_id, '-infinity', 'infinity', true, name, name, name, -1, null, '', entity_id like 'new:%', true
from (
  select
    e.entity_id,
    coalesce(min(e.name collate "C"), regexp_replace(e.entity_id, '^new:', '')) as name
  from staging.entity e
  where e.entity_type = 'product'
    and not exists (select from staging.product c where c.product_id = e.entity_id)
  group by e.entity_id
) inferred
