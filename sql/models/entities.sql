-- Entities whose members may change: each that a staged fact or a dimension row names, and each that a row of the mart named
-- which is made again. Of the others nothing is read.
insert into doubtful_entity
select c.entity_type, c.entity_id
from (
  select 'company' as entity_type, company_id as entity_id, name_en from mart.dim_company where is_inferred
  union all
  select 'model', model_id, name_en from mart.dim_model where is_inferred
  union all
  select 'chip', chip_id, name_en from mart.dim_chip where is_inferred
  union all
  select 'product', product_id, name_en from mart.dim_product where is_inferred
  union all
  select 'person', person_id, name_en from mart.dim_person where is_inferred
) c
-- Named by its id: perhaps for want of a name.
where c.name_en = regexp_replace(c.entity_id, '^new:', '')
  and exists (select from staging.mention m where m.entity_type = c.entity_type and m.entity_id = c.entity_id)
on conflict do nothing;
analyze doubtful_entity;
analyze touched_deal;
analyze touched_figure;
analyze staging.touched_article;

insert into staging.entity (entity_type, entity_id, name)
select entity_type, entity_id, min(name collate "C")
from (
  select entity_type, entity_id, name from staging.mention
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
  -- What stays in the mart and names a doubtful entity.
  union all
  select m.entity_type, m.entity_id, m.entity_name
  from doubtful_entity
  join mart.fact_mention m using (entity_type, entity_id)
  join mart.dim_article a using (article_key)
  where not exists (select from staging.touched_article t where t.article_id = a.article_id)
  union all
  select 'company', b.company_id, null
  from doubtful_entity e
  join mart.bridge_deal_company b on b.company_id = e.entity_id
  where e.entity_type = 'company'
    and not exists (select from touched_deal t where t.deal_key = b.deal_key)
  union all
  select 'chip', b.chip_id, null
  from doubtful_entity e
  join mart.bridge_deal_chip b on b.chip_id = e.entity_id
  where e.entity_type = 'chip'
    and not exists (select from touched_deal t where t.deal_key = b.deal_key)
  union all
  select 'model', b.model_id, null
  from doubtful_entity e
  join mart.bridge_deal_model b on b.model_id = e.entity_id
  where e.entity_type = 'model'
    and not exists (select from touched_deal t where t.deal_key = b.deal_key)
  union all
  select 'product', b.product_id, null
  from doubtful_entity e
  join mart.bridge_deal_product b on b.product_id = e.entity_id
  where e.entity_type = 'product'
    and not exists (select from touched_deal t where t.deal_key = b.deal_key)
  union all
  select e.entity_type, m.subject_id, null
  from doubtful_entity e
  join mart.fact_metric m on m.subject_id = e.entity_id
  where e.entity_type = case when m.company_key <> -2 then 'company' when m.model_key <> -2 then 'model' end
    and not exists (select from touched_figure t where t.kind = 0 and t.figure_id = m.metric_id)
  union all
  select e.entity_type, r.subject_id, null
  from doubtful_entity e
  join mart.fact_model_relation r on r.subject_id = e.entity_id
  where e.entity_type = case when r.model_key <> -2 then 'model' else 'chip' end
    and not exists (select from touched_figure t where t.kind = 1 and t.figure_id = r.model_relation_id)
  union all
  select e.entity_type, r.object_id, null
  from doubtful_entity e
  join mart.fact_model_relation r on r.object_id = e.entity_id
  where e.entity_type = case
      when r.object_company_key <> -2 then 'company' when r.object_model_key <> -2 then 'model' else 'chip'
    end
    and not exists (select from touched_figure t where t.kind = 1 and t.figure_id = r.model_relation_id)
) named
group by entity_type, entity_id;
analyze staging.entity;

-- An inferred member that is not in doubt keeps the name that is first in byte order.
update staging.entity e
set name = least(coalesce(e.name, member.name) collate "C", member.name collate "C")
from (
  select 'company' as entity_type, company_id as entity_id, name_en as name from mart.dim_company where is_inferred
  union all
  select 'model', model_id, name_en from mart.dim_model where is_inferred
  union all
  select 'chip', chip_id, name_en from mart.dim_chip where is_inferred
  union all
  select 'product', product_id, name_en from mart.dim_product where is_inferred
  union all
  select 'person', person_id, name_en from mart.dim_person where is_inferred
) member
where member.entity_type = e.entity_type
  and member.entity_id = e.entity_id
  and not exists (
    select from doubtful_entity d where d.entity_type = e.entity_type and d.entity_id = e.entity_id
  );

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
