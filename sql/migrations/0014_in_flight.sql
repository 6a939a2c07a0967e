-- What a run was reading when it died, so that a document that kills the job is found and left out.
create table ops.in_flight (
  run_id bigint not null references ops.run,
  uri text not null,
  sha256 text not null,
  is_alone boolean not null,
  started_at timestamptz not null default clock_timestamp(),
  primary key (run_id, uri, sha256)
);
create index in_flight_document on ops.in_flight (uri, sha256);
comment on table ops.in_flight is 'One document that a run took up and did not finish: empty but for runs that go on, and those that died.';
comment on column ops.in_flight.run_id is 'The run.';
comment on column ops.in_flight.uri is 'Where the document came from.';
comment on column ops.in_flight.sha256 is 'Hash of its bytes: another text is another document.';
comment on column ops.in_flight.is_alone is 'Nothing else was being read, so that a crash is its own.';
comment on column ops.in_flight.started_at is 'When the run took it up, by the server''s clock.';

do $$
begin
  if exists (select from pg_roles where rolname = 'kawaraban_loader') then
    grant select, insert, update, delete on ops.in_flight to kawaraban_loader;
  end if;
end
$$;
