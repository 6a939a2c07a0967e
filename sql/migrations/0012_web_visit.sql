-- What servers said of the addresses that were read, so that the next run asks for changes only.
create table ops.web_visit (
  address text primary key,
  etag text,
  last_modified text,
  status integer not null,
  visited_at timestamptz not null default clock_timestamp(),
  run_id bigint references ops.run,
  constraint web_visit_status_is_http check (status between 100 and 599)
);
comment on table ops.web_visit is 'One address of a page or feed: how its last visit went.';
comment on column ops.web_visit.address is 'The address as it was given.';
comment on column ops.web_visit.etag is 'ETag of the content that raw holds; null where not all of it landed, or none was sent.';
comment on column ops.web_visit.last_modified is 'Last-Modified of that content, as it was sent.';
comment on column ops.web_visit.status is 'HTTP status of the last visit; 304 where nothing had changed.';
comment on column ops.web_visit.visited_at is 'When that was, by the server''s clock.';
comment on column ops.web_visit.run_id is 'The run that visited it last.';

do $$
begin
  if exists (select from pg_roles where rolname = 'kawaraban_loader') then
    grant select, insert, update, delete on ops.web_visit to kawaraban_loader;
  end if;
end
$$;
