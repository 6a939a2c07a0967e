-- Every entity that a fact or a dimension row names: each needs a member.
insert into staging.entity (entity_type, entity_id, name)
select entity_type, entity_id, min(name collate "C")
from (
  select entity_type, entity_id, name from staging.mention
  union all
  select m.entity_type, m.entity_id, m.entity_name
  from mart.fact_mention m
  join mart.dim_article a using (article_key)
  where not exists (select from staging.touched_article t where t.article_id = a.article_id)
  union all
  select 'company', company_id, null from staging.deal_party
  union all
  select entity_type, entity_id, null from staging.deal_entity
  union all
  select subject_type, subject_id, null from staging.metric where subject_type <> 'region'
  union all
  select subject_type, subject_id, null from staging.model_relation
  union all
  select object_type, object_id, null from staging.model_relation
  union all
  select 'company', developer_id, null from staging.model where developer_id is not null
  union all
  select 'company', vendor_id, null from staging.chip where vendor_id is not null
  union all
  select 'company', vendor_id, null from staging.product where vendor_id is not null
  union all
  select 'company', company_id, null from staging.person where company_id is not null
) named
group by entity_type, entity_id;
analyze staging.entity;

-- Currencies, units and regions that the lists lack: named by their code until a migration names them better.
insert into mart.dim_currency (currency_key, currency_id, name_en, name_ja, name_zh)
select
  (select max(currency_key) from mart.dim_currency) + row_number() over (order by code),
  code, code, code, code
from (
  select currency as code from staging.deal where currency is not null
  union
  select currency from staging.deal_claim where currency is not null
  union
  select currency from staging.exchange_rate
) used
where not exists (select from mart.dim_currency c where c.currency_id = used.code);

insert into mart.dim_unit (unit_key, unit_id, kind, name_en, name_ja, name_zh)
select
  (select max(unit_key) from mart.dim_unit) + row_number() over (order by unit),
  unit, 'other', unit, unit, unit
from (select distinct unit from staging.metric) used
where not exists (select from mart.dim_unit u where u.unit_id = used.unit);

insert into mart.dim_region (region_key, region_id, kind, name_en, name_ja, name_zh)
select
  (select max(region_key) from mart.dim_region) + row_number() over (order by subject_id),
  subject_id, 'other', subject_id, subject_id, subject_id
from (select distinct subject_id from staging.metric where subject_type = 'region') used
where not exists (select from mart.dim_region r where r.region_id = used.subject_id);
