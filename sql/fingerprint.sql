-- One row a mart table: its name, its rows, the hash over the hashes of its rows. By natural keys and values only:
-- surrogate keys, redirects, run numbers and load times are left out.
with rows (part, line) as (
  select 'dim_company', row(
    company_id, valid_from, valid_to, name_en, name_ja, name_zh, kind, country, founded, ticker, website,
    parent_id, ultimate_parent_id, is_discovered, is_inferred)::text
  from mart.dim_company
  union all
  select 'dim_model', row(
    model_id, valid_from, valid_to, name_en, name_ja, name_zh, family, version, developer_id, first_release, kind,
    open_weights, trim_scale(parameters), is_discovered, is_inferred)::text
  from mart.dim_model
  union all
  select 'dim_chip', row(
    chip_id, valid_from, valid_to, name_en, name_ja, name_zh, family, vendor_id, kind, announced,
    trim_scale(process_nm), trim_scale(memory_gb), is_discovered, is_inferred)::text
  from mart.dim_chip
  union all
  select 'dim_product', row(product_id, valid_from, valid_to, name_en, name_ja, name_zh, vendor_id, kind, is_discovered, is_inferred)::text
  from mart.dim_product
  union all
  select 'dim_person', row(person_id, valid_from, valid_to, name_en, name_ja, name_zh, company_id, role, is_discovered, is_inferred)::text
  from mart.dim_person
  union all
  select 'dim_article', row(
    a.article_id, s.source_id, a.uri, a.title, a.language, a.published_on, a.modified_on, a.sha256, a.cluster_id, a.text_length)::text
  from mart.dim_article a
  join mart.dim_source s using (source_key)
  union all
  select 'fact_deal', row(
    d.claim_set, t.deal_type_id, s.deal_status_id, d.nature, d.is_additive, trim_scale(d.amount), c.currency_id, d.qualifier,
    trim_scale(d.amount_low), trim_scale(d.amount_high), d.amount_period, trim_scale(d.amount_usd), d.usd_basis, d.restated,
    trim_scale(d.stake_percent), d.round, d.duration_months, trim_scale(d.capacity_watt), trim_scale(d.capacity_count),
    d.rumored_on, d.announced_on, d.signed_on, d.completed_on, d.terminated_on, d.starts_on, d.ends_on, d.as_of_date_key,
    d.claim_count, d.independent_sources, d.confidence, d.conflict_count, d.has_slip, d.pinned)::text
  from mart.fact_deal d
  join mart.dim_deal_type t using (deal_type_key)
  join mart.dim_deal_status s using (deal_status_key)
  join mart.dim_currency c using (currency_key)
  union all
  select 'bridge_deal_deal', row(d.claim_set, b.relation, o.claim_set)::text
  from mart.bridge_deal_deal b
  join mart.fact_deal d using (deal_key)
  join mart.fact_deal o on o.deal_key = b.other_deal_key
  union all
  select 'bridge_deal_company', row(d.claim_set, r.role_id, b.company_id, c.valid_from, trim_scale(b.share), b.is_share_stated)::text
  from mart.bridge_deal_company b
  join mart.fact_deal d using (deal_key)
  join mart.dim_role r using (role_key)
  join mart.dim_company c using (company_key)
  union all
  select 'bridge_deal_chip', row(d.claim_set, b.chip_id, x.valid_from)::text
  from mart.bridge_deal_chip b
  join mart.fact_deal d using (deal_key)
  join mart.dim_chip x using (chip_key)
  union all
  select 'bridge_deal_model', row(d.claim_set, b.model_id, x.valid_from)::text
  from mart.bridge_deal_model b
  join mart.fact_deal d using (deal_key)
  join mart.dim_model x using (model_key)
  union all
  select 'bridge_deal_product', row(d.claim_set, b.product_id, x.valid_from)::text
  from mart.bridge_deal_product b
  join mart.fact_deal d using (deal_key)
  join mart.dim_product x using (product_key)
  union all
  select 'fact_deal_claim', row(
    a.article_id, f.claim_index, d.claim_set, t.deal_type_id, s.deal_status_id, f.is_main, f.nature, trim_scale(f.amount),
    c.currency_id, f.qualifier, trim_scale(f.amount_low), trim_scale(f.amount_high), f.amount_period, f.restated,
    trim_scale(f.stake_percent), f.round, f.duration_months, f.announced_on, f.starts_on, f.ends_on, f.part_of_index,
    f.attributed_to, f.is_slip, f.confidence)::text
  from mart.fact_deal_claim f
  join mart.dim_article a using (article_key)
  join mart.fact_deal d using (deal_key)
  join mart.dim_deal_type t on t.deal_type_key = f.deal_type_key
  join mart.dim_deal_status s on s.deal_status_key = f.deal_status_key
  join mart.dim_currency c on c.currency_key = f.currency_key
  union all
  select 'fact_claim_value', row(
    a.article_id, f.claim_index, v.value_index, v.attribute, v.value, v.span_start, v.span_end, v.is_in_title, v.quote,
    v.rule, v.confidence, v.is_chosen, v.why_not)::text
  from mart.fact_claim_value v
  join mart.fact_deal_claim f using (deal_claim_key)
  join mart.dim_article a using (article_key)
  union all
  select 'fact_deal_conflict', row(d.claim_set, x.conflict_index, x.attribute, x.kind, x.detail)::text
  from mart.fact_deal_conflict x
  join mart.fact_deal d using (deal_key)
  union all
  select 'fact_deal_history', row(
    d.claim_set, h.change_index, h.told_on, h.attribute, h.old_value, h.new_value, a.article_id, h.claim_index)::text
  from mart.fact_deal_history h
  join mart.fact_deal d using (deal_key)
  join mart.dim_article a using (article_key)
  union all
  select 'fact_mention', row(
    a.article_id, m.entity_type, m.entity_id, m.entity_name, c.valid_from, o.valid_from, h.valid_from, p.valid_from, e.valid_from,
    m.mention_count, m.first_start, m.first_end, m.is_in_title, m.confidence)::text
  from mart.fact_mention m
  join mart.dim_article a using (article_key)
  join mart.dim_company c on c.company_key = m.company_key
  join mart.dim_model o on o.model_key = m.model_key
  join mart.dim_chip h on h.chip_key = m.chip_key
  join mart.dim_product p on p.product_key = m.product_key
  join mart.dim_person e on e.person_key = m.person_key
  union all
  select 'fact_metric', row(
    f.metric_id, f.subject_id, c.company_id, m.model_id, r.region_id, e.measure_id, u.unit_id, f.period, f.period_kind,
    f.period_start_key, trim_scale(f.value), trim_scale(f.value_low), trim_scale(f.value_high), f.qualifier, f.claim_count,
    f.independent_sources, f.confidence)::text
  from mart.fact_metric f
  join mart.dim_company c on c.company_key = f.company_key
  join mart.dim_model m on m.model_key = f.model_key
  join mart.dim_region r on r.region_key = f.region_key
  join mart.dim_measure e using (measure_key)
  join mart.dim_unit u using (unit_key)
  union all
  select 'fact_metric_claim', row(
    a.article_id, c.metric_index, f.metric_id, trim_scale(c.value), trim_scale(c.value_low), trim_scale(c.value_high),
    c.qualifier, c.confidence, c.span_start, c.span_end, c.is_in_title, c.quote, c.rule)::text
  from mart.fact_metric_claim c
  join mart.dim_article a using (article_key)
  join mart.fact_metric f using (metric_key)
  union all
  select 'fact_model_relation', row(
    f.model_relation_id, f.subject_id, r.relation_id, f.object_id, s.deal_status_id, f.claim_count,
    f.independent_sources, f.confidence)::text
  from mart.fact_model_relation f
  join mart.dim_relation r using (relation_key)
  join mart.dim_deal_status s using (deal_status_key)
  union all
  select 'fact_model_relation_claim', row(
    a.article_id, c.fact_index, f.model_relation_id, c.claimed_by, s.deal_status_id, c.confidence, c.span_start,
    c.span_end, c.is_in_title, c.quote, c.rule)::text
  from mart.fact_model_relation_claim c
  join mart.dim_article a using (article_key)
  join mart.fact_model_relation f using (model_relation_key)
  join mart.dim_deal_status s on s.deal_status_key = c.deal_status_key
  union all
  select 'fact_exchange_rate', row(c.currency_id, x.rate_date_key, trim_scale(x.usd_per_unit), x.basis)::text
  from mart.fact_exchange_rate x
  join mart.dim_currency c using (currency_key)
),
hashed as (
  select part, sha256(convert_to(line, 'UTF8')) as hash
  from rows
)
select
  part,
  count(*) as row_count,
  encode(sha256(string_agg(hash, ''::bytea order by hash)), 'hex') as hash
from hashed
group by part
order by part collate "C"
