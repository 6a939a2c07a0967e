-- Data-quality results, and the corrections of analysts.
create table ops.check_result (
  check_result_id bigint generated always as identity primary key,
  run_id bigint references ops.run,
  check_name text not null,
  severity text not null,
  offenders bigint not null,
  sample jsonb,
  checked_at timestamptz not null default clock_timestamp(),
  constraint severity_known check (severity in ('block', 'warn'))
);
create index check_result_name on ops.check_result (check_name, checked_at desc);
comment on table ops.check_result is 'One check at one time.';
comment on column ops.check_result.check_result_id is 'Number of the result.';
comment on column ops.check_result.run_id is 'The run that checked.';
comment on column ops.check_result.check_name is 'File of sql/checks.';
comment on column ops.check_result.severity is 'block (a refresh that breaks it is refused) or warn.';
comment on column ops.check_result.offenders is 'Offending rows.';
comment on column ops.check_result.sample is 'The first of them.';
comment on column ops.check_result.checked_at is 'When.';

create table ops.pin (
  pin_id bigint generated always as identity primary key,
  author text not null,
  reason text not null,
  created_at timestamptz not null default clock_timestamp(),
  article_id text,
  quote text,
  companies text[],
  deal_type text,
  announced_on text,
  attribute text not null,
  value text,
  removed_at timestamptz,
  removed_by text,
  constraint selector_given check (
    (article_id is not null and quote is not null) or (companies is not null and deal_type is not null)
  ),
  constraint reason_given check (length(trim(reason)) > 0 and length(trim(author)) > 0)
);
comment on table ops.pin is 'One correction of a deal by an analyst: it overrides the consensus and survives every backfill.';
comment on column ops.pin.pin_id is 'Number of the pin.';
comment on column ops.pin.author is 'Who pinned.';
comment on column ops.pin.reason is 'Why.';
comment on column ops.pin.created_at is 'When.';
comment on column ops.pin.article_id is 'Selects by evidence: the article …';
comment on column ops.pin.quote is '… and characters of the proof of the claim there.';
comment on column ops.pin.companies is 'Selects by parties: durable ids that must all be parties …';
comment on column ops.pin.deal_type is '… type of the deal …';
comment on column ops.pin.announced_on is '… and date of announcement, where given.';
comment on column ops.pin.attribute is 'What is pinned: status, type, amount, duration_months, stake_percent, announced_on, round.';
comment on column ops.pin.value is 'The value in canonical text: 38000000000 USD; null says that there is none.';
comment on column ops.pin.removed_at is 'When it was unpinned; null while it holds.';
comment on column ops.pin.removed_by is 'Who unpinned.';

create table ops.pin_match (
  pin_id bigint primary key references ops.pin on delete cascade,
  deals integer not null,
  matched_at timestamptz not null default clock_timestamp()
);
comment on table ops.pin_match is 'How many deals a pin matched in the last refresh: one is right.';
comment on column ops.pin_match.pin_id is 'The pin.';
comment on column ops.pin_match.deals is 'Deals matched.';
comment on column ops.pin_match.matched_at is 'When the refresh looked.';

alter table staging.deal add column pinned text;
alter table mart.fact_deal add column pinned text;
comment on column mart.fact_deal.pinned is 'Attributes that an analyst pinned, with author and reason; see ops.pin.';

create table ops.deal_audit (
  deal_audit_id bigint generated always as identity primary key,
  run_id bigint references ops.run,
  shown_from timestamptz not null default clock_timestamp(),
  deal_key bigint not null,
  claim_set text,
  deal_type_key smallint,
  deal_status_key smallint,
  amount numeric,
  currency_key smallint,
  amount_usd numeric,
  announced_on text,
  is_additive boolean,
  is_deleted boolean not null
);
create index deal_audit_deal on ops.deal_audit (deal_key, shown_from);
comment on table ops.deal_audit is 'One change of what the mart showed on a deal, by the server''s clock: what a report of that day was made from.';
comment on column ops.deal_audit.deal_audit_id is 'Number of the entry.';
comment on column ops.deal_audit.run_id is 'The run whose refresh changed it.';
comment on column ops.deal_audit.shown_from is 'Since when the mart showed this.';
comment on column ops.deal_audit.deal_key is 'Number of the deal.';
comment on column ops.deal_audit.claim_set is 'Its claims.';
comment on column ops.deal_audit.deal_type_key is 'Its type.';
comment on column ops.deal_audit.deal_status_key is 'Its stage.';
comment on column ops.deal_audit.amount is 'Its amount.';
comment on column ops.deal_audit.currency_key is 'Its currency.';
comment on column ops.deal_audit.amount_usd is 'Its amount in US dollars.';
comment on column ops.deal_audit.announced_on is 'Its announcement.';
comment on column ops.deal_audit.is_additive is 'May be added up.';
comment on column ops.deal_audit.is_deleted is 'The deal was no longer shown.';

create function ops.deals_shown_at(moment timestamptz)
returns table (
  deal_key bigint, deal_type text, deal_status text, amount numeric, currency text, amount_usd numeric, announced_on text,
  is_additive boolean
)
language sql stable
begin atomic
  select
    a.deal_key, t.deal_type_id, s.deal_status_id, a.amount, nullif(c.currency_id, 'unknown'), a.amount_usd, a.announced_on,
    a.is_additive
  from (
    select distinct on (x.deal_key) x.*
    from ops.deal_audit x
    where x.shown_from <= deals_shown_at.moment
    order by x.deal_key, x.shown_from desc, x.deal_audit_id desc
  ) a
  join mart.dim_deal_type t using (deal_type_key)
  join mart.dim_deal_status s using (deal_status_key)
  join mart.dim_currency c using (currency_key)
  where not a.is_deleted;
end;
comment on function ops.deals_shown_at(timestamptz) is 'What the mart showed at a moment: one deal a row.';

do $$
begin
  if exists (select from pg_roles where rolname = 'kawaraban_curator') then
    grant usage on schema ops to kawaraban_curator;
    grant select, insert, update on ops.pin to kawaraban_curator;
    grant select on ops.pin_match to kawaraban_curator;
  end if;
  if exists (select from pg_roles where rolname = 'kawaraban_loader') then
    grant select, insert, update, delete on all tables in schema ops to kawaraban_loader;
    grant usage on all sequences in schema ops to kawaraban_loader;
  end if;
end
$$;
