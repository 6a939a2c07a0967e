-- warn: A discovered company that no article names any more.
select company_key, company_id
from mart.dim_company c
where c.is_inferred
  and c.company_key > 0
  and not exists (select from mart.fact_mention m where m.entity_type = 'company' and m.entity_id = c.company_id)
  and not exists (select from mart.bridge_deal_company b where b.company_id = c.company_id)
  and not exists (select from mart.fact_metric f where f.company_key = c.company_key)
  and not exists (select from mart.fact_model_relation r where r.object_company_key = c.company_key)
  and not exists (select from mart.dim_model x where x.developer_key = c.company_key)
  and not exists (select from mart.dim_chip x where x.vendor_key = c.company_key)
  and not exists (select from mart.dim_product x where x.vendor_key = c.company_key)
  and not exists (select from mart.dim_person x where x.company_key = c.company_key)
