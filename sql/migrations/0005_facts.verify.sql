-- Every table and every column of the mart says what it is.
select 1 / (count(*) = 0)::integer
from pg_attribute a
join pg_class c on c.oid = a.attrelid
join pg_namespace n on n.oid = c.relnamespace
where n.nspname in ('raw', 'mart', 'ops')
  and c.relkind = 'r'
  and a.attnum > 0
  and not a.attisdropped
  and (col_description(c.oid, a.attnum) is null or obj_description(c.oid, 'pg_class') is null);
select * from mart.fact_deal where false;
select * from mart.deal_redirect where false;
select * from mart.bridge_deal_deal where false;
select * from mart.bridge_deal_company where false;
select * from mart.bridge_deal_chip where false;
select * from mart.bridge_deal_model where false;
select * from mart.bridge_deal_product where false;
select * from mart.fact_deal_claim where false;
select * from mart.fact_claim_value where false;
select * from mart.fact_deal_conflict where false;
select * from mart.fact_deal_history where false;
select * from mart.fact_mention where false;
select * from mart.fact_metric where false;
select * from mart.fact_metric_claim where false;
select * from mart.fact_model_relation where false;
select * from mart.fact_model_relation_claim where false;
select * from mart.fact_exchange_rate where false;
