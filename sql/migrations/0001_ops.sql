-- Schemas, and what the job knows about itself: runs, batches, rejects, locks.
create schema raw;
create schema staging;
create schema mart;
comment on schema raw is 'Articles as landed, with their text and the facts read from them: a backfill needs no other source.';
comment on schema staging is 'Rows on their way into the mart: unlogged, emptied by each refresh.';
comment on schema mart is 'The star schema: what analysts and BI tools see.';
comment on schema ops is 'Runs, batches, rejects, checks, locks, schema versions.';

create table ops.run (
  run_id bigint generated always as identity primary key,
  command text not null,
  started_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  status text not null default 'running',
  host text not null default '',
  process_id integer not null default 0,
  extractor text not null default '',
  arguments text not null default '',
  articles_read bigint not null default 0,
  articles_landed bigint not null default 0,
  articles_unchanged bigint not null default 0,
  articles_rejected bigint not null default 0,
  mart_rows_changed bigint not null default 0,
  message text,
  constraint run_status_known check (status in ('running', 'done', 'failed', 'stopped', 'lost'))
);
comment on table ops.run is 'One run of the job.';
comment on column ops.run.run_id is 'Number of the run.';
comment on column ops.run.command is 'Subcommand: run, backfill, load …';
comment on column ops.run.started_at is 'When it began, by the server''s clock.';
comment on column ops.run.finished_at is 'When it ended; null while it runs or where it was killed.';
comment on column ops.run.status is 'running, done, failed, stopped (by a signal), lost (found dead by a later run).';
comment on column ops.run.host is 'Machine that ran it.';
comment on column ops.run.process_id is 'Its process there.';
comment on column ops.run.extractor is 'Version of code, catalogue, rules and dictionary.';
comment on column ops.run.arguments is 'Command line, without secrets.';
comment on column ops.run.articles_read is 'Articles that it opened.';
comment on column ops.run.articles_landed is 'Articles new or changed in raw.';
comment on column ops.run.articles_unchanged is 'Articles that raw already held.';
comment on column ops.run.articles_rejected is 'Articles that went to ops.reject.';
comment on column ops.run.mart_rows_changed is 'Rows of the mart inserted, updated or deleted.';
comment on column ops.run.message is 'Why it failed or stopped.';

create table ops.batch (
  batch_id bigint generated always as identity primary key,
  run_id bigint not null references ops.run,
  landed_at timestamptz not null default clock_timestamp(),
  articles integer not null,
  changed integer not null,
  merged_run_id bigint references ops.run
);
create index batch_unmerged on ops.batch (batch_id) where merged_run_id is null;
comment on table ops.batch is 'One transaction that landed articles in raw. A batch without a merging run is not in the mart yet.';
comment on column ops.batch.batch_id is 'Number of the batch.';
comment on column ops.batch.run_id is 'The run that landed it.';
comment on column ops.batch.landed_at is 'When, by the server''s clock.';
comment on column ops.batch.articles is 'Articles offered.';
comment on column ops.batch.changed is 'Articles that changed a row of raw.';
comment on column ops.batch.merged_run_id is 'The run whose refresh brought it into the mart.';

create table ops.reject (
  reject_id bigint generated always as identity primary key,
  run_id bigint references ops.run,
  rejected_at timestamptz not null default clock_timestamp(),
  uri text not null,
  sha256 text not null,
  stage text not null,
  reason text not null,
  detail text,
  bytes bytea,
  byte_count bigint not null default 0,
  attempts integer not null default 1,
  resolved_run_id bigint references ops.run,
  unique (uri, sha256, stage)
);
comment on table ops.reject is 'One article that could not be read or loaded, with its bytes, so that it can be tried again.';
comment on column ops.reject.reject_id is 'Number of the reject.';
comment on column ops.reject.run_id is 'The run that rejected it last.';
comment on column ops.reject.rejected_at is 'When it was rejected last.';
comment on column ops.reject.uri is 'Where the article came from.';
comment on column ops.reject.sha256 is 'Hash of its bytes; empty where they could not be read.';
comment on column ops.reject.stage is 'read, decode, extract, land, check.';
comment on column ops.reject.reason is 'Short reason, the same for like cases.';
comment on column ops.reject.detail is 'What exactly was wrong.';
comment on column ops.reject.bytes is 'The bytes as found (compressed by the server), up to the limit of the run.';
comment on column ops.reject.byte_count is 'How many bytes there were.';
comment on column ops.reject.attempts is 'How often it was tried.';
comment on column ops.reject.resolved_run_id is 'The run that read it well in the end.';

create table ops.lock_holder (
  lock_name text primary key,
  run_id bigint,
  backend_id integer not null,
  host text not null,
  process_id integer not null,
  command text not null,
  since timestamptz not null,
  heartbeat_at timestamptz not null
);
comment on table ops.lock_holder is 'Who took a lock last; it is held only while the backend holds the advisory lock.';
comment on column ops.lock_holder.lock_name is 'Name of the lock: warehouse.';
comment on column ops.lock_holder.run_id is 'The run that took it.';
comment on column ops.lock_holder.backend_id is 'Server process of its session.';
comment on column ops.lock_holder.host is 'Machine of the job.';
comment on column ops.lock_holder.process_id is 'Process of the job there.';
comment on column ops.lock_holder.command is 'What the job does.';
comment on column ops.lock_holder.since is 'Since when.';
comment on column ops.lock_holder.heartbeat_at is 'Last sign of life.';

create table ops.mart_state (
  only_row boolean primary key default true check (only_row),
  input_hash text not null default '',
  refreshed_run_id bigint references ops.run,
  refreshed_at timestamptz
);
insert into ops.mart_state default values;
comment on table ops.mart_state is 'One row: what the mart was last made from.';
comment on column ops.mart_state.only_row is 'Always true.';
comment on column ops.mart_state.input_hash is 'Hash of the dimension rows and the version of the resolution.';
comment on column ops.mart_state.refreshed_run_id is 'The run that refreshed it last.';
comment on column ops.mart_state.refreshed_at is 'When.';

-- A date as exact as a text tells it: '2025', '2025-11', '2025-11-03', 'XXXX-11-03'. The functions use immutable parts only,
-- so that the planner inlines them.
create function ops.first_day(told text) returns date
language sql immutable parallel safe
return case
  when told collate "C" < 'X' then make_date(
    left(told, 4)::integer,
    coalesce(nullif(substr(told, 6, 2), ''), '1')::integer,
    coalesce(nullif(substr(told, 9, 2), ''), '1')::integer)
end;
comment on function ops.first_day(text) is 'The first day that a date as told can mean; null without a year.';

create function ops.last_day(told text) returns date
language sql immutable parallel safe
return case
  when told collate "C" >= 'X' then null
  when length(told) = 4 then make_date(left(told, 4)::integer, 12, 31)
  when length(told) = 7 then (
    make_date(left(told, 4)::integer, substr(told, 6, 2)::integer, 1) + interval '1 month' - interval '1 day')::date
  else make_date(left(told, 4)::integer, substr(told, 6, 2)::integer, substr(told, 9, 2)::integer)
end;
comment on function ops.last_day(text) is 'The last day that a date as told can mean; null without a year.';

create function ops.date_key(told text) returns integer
language sql immutable parallel safe
return case
  when told collate "C" >= '1990' and told collate "C" < '2051' then rpad(replace(told, '-', ''), 8, '01')::integer
  else -1
end;
comment on function ops.date_key(text) is 'Key in mart.dim_date of the first day that a date as told can mean; -1 where there is none.';
