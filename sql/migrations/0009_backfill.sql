-- What backfills have covered, and what they have left: an interval ledger, not a single watermark.
create table ops.backfill (
  run_id bigint primary key references ops.run,
  extractor_id integer not null references raw.extractor,
  published_from date,
  published_to date,
  is_undated boolean not null,
  landed_from timestamptz,
  landed_to timestamptz,
  source text,
  articles integer not null,
  finished_at timestamptz not null default clock_timestamp()
);
comment on table ops.backfill is 'One finished backfill: which articles it covered, with which extractor.';
comment on column ops.backfill.run_id is 'The run.';
comment on column ops.backfill.extractor_id is 'The version that read them.';
comment on column ops.backfill.published_from is 'First day of publication; null is no limit.';
comment on column ops.backfill.published_to is 'Last day of publication; null is no limit.';
comment on column ops.backfill.is_undated is 'It covered articles without a date.';
comment on column ops.backfill.landed_from is 'Landed at or after; null is no limit.';
comment on column ops.backfill.landed_to is 'Landed before; null is no limit.';
comment on column ops.backfill.source is 'Publisher; null is any.';
comment on column ops.backfill.articles is 'Articles that it read again.';
comment on column ops.backfill.finished_at is 'When it was done.';

create view ops.backfill_gaps as
select
  e.extractor_id,
  e.version,
  e.catalog,
  e.rules,
  e.dictionary,
  case when ops.first_day(a.published_on) is null then 'undated' else to_char(ops.first_day(a.published_on), 'YYYY-MM') end
    as published_month,
  count(*) as articles,
  count(*) filter (where a.content is null and a.source is null) as not_re_extractable,
  min(ops.first_day(a.published_on)) as published_from,
  max(ops.last_day(a.published_on)) as published_to
from raw.current_article a
join raw.extractor e using (extractor_id)
group by e.extractor_id, e.version, e.catalog, e.rules, e.dictionary, 6;
comment on view ops.backfill_gaps is 'One extractor version and month of publication: the current articles that this version read last. Every row of another version than today''s is a gap.';

-- How much text yields facts: the denominator.
create view mart.coverage as
select
  o.name as publisher,
  a.language,
  count(*) as articles,
  sum(a.text_length) as characters,
  count(*) filter (where claims.deals > 0) as articles_with_deals,
  count(*) filter (where figures.metrics > 0) as articles_with_metrics,
  count(*) filter (where claims.deals is null and figures.metrics is null and relations.facts is null) as articles_without_facts,
  coalesce(sum(claims.deals), 0) as deals_told,
  coalesce(sum(figures.metrics), 0) as metrics_told,
  coalesce(sum(relations.facts), 0) as model_facts_told,
  count(*) filter (where a.published_on is null) as articles_undated
from mart.dim_article a
join mart.dim_source o using (source_key)
left join (
  select article_key, count(*) as deals
  from mart.fact_deal_claim
  group by article_key
) claims using (article_key)
left join (
  select article_key, count(*) as metrics
  from mart.fact_metric_claim
  group by article_key
) figures using (article_key)
left join (
  select article_key, count(*) as facts
  from mart.fact_model_relation_claim
  group by article_key
) relations using (article_key)
where a.article_key > 0
group by o.name, a.language;
comment on view mart.coverage is 'One publisher and language: how many articles and characters were read, and how many told anything.';
