-- Views in plain words, joined, ready for a BI tool.
create view mart.deals as
select
  d.deal_key,
  t.deal_type_id as type,
  t.name_ja as type_ja,
  s.deal_status_id as status,
  s.status_class,
  s.status_class = 'confirmed' as is_confirmed,
  d.nature,
  d.is_additive,
  parties.sellers,
  parties.buyers,
  parties.companies,
  d.amount,
  nullif(c.currency_id, 'unknown') as currency,
  d.qualifier,
  d.amount_low,
  d.amount_high,
  d.amount_period,
  d.amount_usd,
  d.usd_basis,
  d.restated,
  d.stake_percent,
  d.round,
  d.duration_months,
  d.capacity_watt,
  d.capacity_count,
  chips.names as chips,
  models.names as models,
  products.names as products,
  d.rumored_on,
  d.announced_on,
  d.signed_on,
  d.completed_on,
  d.terminated_on,
  d.starts_on,
  d.ends_on,
  ops.first_day(d.announced_on) as announced_earliest,
  ops.last_day(d.announced_on) as announced_latest,
  d.claim_count,
  d.independent_sources,
  d.confidence,
  d.conflict_count,
  d.has_slip
from mart.fact_deal d
join mart.dim_deal_type t using (deal_type_key)
join mart.dim_deal_status s using (deal_status_key)
join mart.dim_currency c using (currency_key)
left join lateral (
  select
    string_agg(co.name_en, ', ' order by co.name_en)
      filter (where r.role_id in ('provider', 'supplier', 'licensor', 'investor', 'acquirer', 'builder', 'lender')) as sellers,
    string_agg(co.name_en, ', ' order by co.name_en)
      filter (where r.role_id in ('customer', 'licensee', 'investee', 'target', 'borrower', 'issuer')) as buyers,
    string_agg(co.name_en || ' (' || r.role_id || ')', ', ' order by r.role_key, co.name_en) as companies
  from mart.bridge_deal_company b
  join mart.dim_role r using (role_key)
  join mart.dim_company co using (company_key)
  where b.deal_key = d.deal_key
) parties on true
left join lateral (
  select string_agg(x.name_en, ', ' order by x.name_en) as names
  from mart.bridge_deal_chip b
  join mart.dim_chip x using (chip_key)
  where b.deal_key = d.deal_key
) chips on true
left join lateral (
  select string_agg(x.name_en, ', ' order by x.name_en) as names
  from mart.bridge_deal_model b
  join mart.dim_model x using (model_key)
  where b.deal_key = d.deal_key
) models on true
left join lateral (
  select string_agg(x.name_en, ', ' order by x.name_en) as names
  from mart.bridge_deal_product b
  join mart.dim_product x using (product_key)
  where b.deal_key = d.deal_key
) products on true;
comment on view mart.deals is 'One deal a row, in plain words. Add up amount_usd only where is_confirmed and is_additive.';

create view mart.deal_parties as
select
  d.deal_key,
  t.deal_type_id as type,
  s.deal_status_id as status,
  s.status_class,
  r.role_id as role,
  r.name_ja as role_ja,
  b.company_id,
  now_is.name_en as company,
  now_is.name_ja as company_ja,
  now_is.name_zh as company_zh,
  was.name_en as company_then,
  now_is.kind as company_kind,
  now_is.country as company_country,
  now_is.ultimate_parent_id as group_id,
  now_is.ultimate_parent_name as group_name,
  b.share,
  b.is_share_stated,
  d.is_additive,
  d.amount_usd,
  d.amount_usd * b.share as share_usd,
  d.announced_on,
  d.confidence
from mart.bridge_deal_company b
join mart.fact_deal d using (deal_key)
join mart.dim_deal_type t using (deal_type_key)
join mart.dim_deal_status s using (deal_status_key)
join mart.dim_role r using (role_key)
join mart.dim_company was using (company_key)
join mart.dim_company now_is on now_is.company_id = b.company_id and now_is.is_current;
comment on view mart.deal_parties is 'One party of a deal in a role a row, as the company is today and as it was then. share_usd splits the amount within a role.';

create view mart.deal_sources as
select
  c.deal_key,
  c.deal_claim_key,
  a.article_id,
  a.title,
  a.uri,
  o.name as publisher,
  a.language,
  a.published_on,
  c.is_main,
  s.deal_status_id as status_told,
  c.amount as amount_told,
  nullif(u.currency_id, 'unknown') as currency_told,
  v.attribute,
  v.value,
  v.quote,
  v.span_start,
  v.span_end,
  v.is_in_title,
  v.rule,
  v.confidence,
  v.is_chosen,
  v.why_not
from mart.fact_deal_claim c
join mart.dim_article a using (article_key)
join mart.dim_source o using (source_key)
join mart.dim_deal_status s using (deal_status_key)
join mart.dim_currency u using (currency_key)
left join mart.fact_claim_value v using (deal_claim_key);
comment on view mart.deal_sources is 'One value told by one article on a deal a row: the characters that say so, the rule that read them, and whether the consensus took it.';

create view mart.deal_conflicts as
select
  d.deal_key,
  d.type,
  d.status,
  d.companies,
  d.amount,
  d.currency,
  x.attribute,
  x.kind,
  x.detail,
  d.independent_sources
from mart.fact_deal_conflict x
join mart.deals d using (deal_key);
comment on view mart.deal_conflicts is 'One contradiction a row: sources that differ, misprinted magnitudes, figures that do not come out.';

create view mart.company_exposure as
select
  p.company_id,
  p.company,
  p.company_ja,
  p.company_zh,
  p.group_id,
  p.group_name,
  p.type,
  p.role,
  p.status_class,
  count(distinct p.deal_key) as deals,
  count(distinct p.deal_key) filter (where p.amount_usd is not null) as deals_with_amount,
  sum(p.share_usd) filter (where p.is_additive) as amount_usd
from mart.deal_parties p
group by p.company_id, p.company, p.company_ja, p.company_zh, p.group_id, p.group_name, p.type, p.role, p.status_class;
comment on view mart.company_exposure is 'One company, deal type, role and status class a row: how many deals, and their additive amounts in US dollars by share. Never add confirmed and unconfirmed.';

create view mart.deal_network as
select
  least(a.company_id, b.company_id) as company_a,
  greatest(a.company_id, b.company_id) as company_b,
  a.deal_key,
  t.deal_type_id as type,
  s.status_class,
  case when a.company_id < b.company_id then ra.role_id else rb.role_id end as role_a,
  case when a.company_id < b.company_id then rb.role_id else ra.role_id end as role_b,
  d.amount_usd,
  d.is_additive,
  d.announced_on
from mart.bridge_deal_company a
join mart.bridge_deal_company b on b.deal_key = a.deal_key and (a.company_id, a.role_key) < (b.company_id, b.role_key) and a.company_id <> b.company_id
join mart.fact_deal d on d.deal_key = a.deal_key
join mart.dim_deal_type t using (deal_type_key)
join mart.dim_deal_status s using (deal_status_key)
join mart.dim_role ra on ra.role_key = a.role_key
join mart.dim_role rb on rb.role_key = b.role_key;
comment on view mart.deal_network is 'One pair of companies and deal a row: the edges of the network.';

create view mart.model_chip_matrix as
select
  m.model_id,
  m.name_en as model,
  developer.company_id as developer_id,
  developer.name_en as developer,
  c.chip_id,
  c.name_en as chip,
  vendor.company_id as vendor_id,
  vendor.name_en as vendor,
  r.relation_id as relation,
  s.deal_status_id as status,
  s.status_class,
  f.independent_sources,
  f.confidence
from mart.fact_model_relation f
join mart.dim_relation r using (relation_key)
join mart.dim_deal_status s using (deal_status_key)
join mart.dim_model m on m.model_key = f.model_key
join mart.dim_company developer on developer.company_key = m.developer_key
join mart.dim_chip c on c.chip_key = f.object_chip_key
join mart.dim_company vendor on vendor.company_key = c.vendor_key
where f.model_key > 0
  and f.object_chip_key > 0;
comment on view mart.model_chip_matrix is 'One model, chip and relation (trained on, runs on) a row. status unknown means plainly told.';

create view mart.deal_timeline as
select
  h.deal_key,
  h.change_index,
  h.told_on,
  d.day as told_day,
  h.attribute,
  h.old_value,
  h.new_value,
  a.article_id,
  a.title,
  o.name as publisher,
  x.companies
from mart.fact_deal_history h
join mart.dim_date d on d.date_key = h.told_date_key
join mart.dim_article a using (article_key)
join mart.dim_source o using (source_key)
join mart.deals x on x.deal_key = h.deal_key;
comment on view mart.deal_timeline is 'One change of what the press told on a deal a row, in the order of publication; undated tellings last.';

create function mart.deals_as_of(day date)
returns table (deal_key bigint, companies text, first_told_on text, last_told_on text, attributes jsonb)
language sql stable
begin atomic
  select
    latest.deal_key,
    d.companies,
    min(latest.first_told_on),
    max(latest.told_on),
    jsonb_object_agg(latest.attribute, latest.new_value)
  from (
    select distinct on (h.deal_key, h.attribute)
      h.deal_key,
      h.attribute,
      h.new_value,
      h.told_on,
      min(h.told_on) over (partition by h.deal_key) as first_told_on
    from mart.fact_deal_history h
    where h.told_date_key > 0
      and ops.last_day(h.told_on) <= deals_as_of.day
    order by h.deal_key, h.attribute, h.change_index desc
  ) latest
  join mart.deals d using (deal_key)
  group by latest.deal_key, d.companies;
end;
comment on function mart.deals_as_of(date) is 'What the press had told up to a day: one deal a row, with the consensus of that day by attribute.';

create view mart.metrics as
select
  f.metric_key,
  coalesce(nullif(c.company_id, 'not_applicable'), nullif(m.model_id, 'not_applicable'), r.region_id) as subject_id,
  case
    when f.company_key <> -2 then c.name_en
    when f.model_key <> -2 then m.name_en
    else r.name_en
  end as subject,
  e.measure_id as measure,
  e.name_ja as measure_ja,
  f.value,
  u.unit_id as unit,
  f.qualifier,
  f.value_low,
  f.value_high,
  f.period,
  f.period_kind,
  f.claim_count,
  f.independent_sources,
  f.confidence
from mart.fact_metric f
join mart.dim_company c using (company_key)
join mart.dim_model m on m.model_key = f.model_key
join mart.dim_region r on r.region_key = f.region_key
join mart.dim_measure e using (measure_key)
join mart.dim_unit u using (unit_key);
comment on view mart.metrics is 'One figure a row: subject, measure, period and unit, with its range over all sources.';
