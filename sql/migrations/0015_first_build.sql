-- The first build of an empty mart: rows first, then indexes, then foreign keys, all in the transaction of the refresh. Only the
-- owner may take keys away and put them back, so two functions of the owner do it, which a loader may call.
create table ops.first_build (
  step integer primary key,
  definition text not null
);
comment on table ops.first_build is 'One index or foreign key to be made again before the first build of the mart commits; empty but within it.';
comment on column ops.first_build.step is 'Order: indexes, then foreign keys.';
comment on column ops.first_build.definition is 'The statement that makes it.';

create function ops.begin_first_build() returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  part record;
begin
  if exists (select from mart.fact_deal) or exists (select from mart.fact_mention) or exists (select from mart.fact_metric) then
    return false;
  end if;
  insert into ops.first_build (step, definition)
  select row_number() over (order by made.is_key, made.definition), made.definition
  from (
    select false as is_key, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i
    join pg_class t on t.oid = i.indrelid
    where t.relnamespace = 'mart'::regnamespace
      and t.relname ~ '^(fact|bridge)_'
      and not i.indisunique
    union all
    select true, format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
    from pg_constraint c
    join pg_class t on t.oid = c.conrelid
    where t.relnamespace = 'mart'::regnamespace
      and t.relname ~ '^(fact|bridge)_'
      and c.contype = 'f'
  ) made;
  for part in
    select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as statement
    from pg_constraint c
    join pg_class t on t.oid = c.conrelid
    where t.relnamespace = 'mart'::regnamespace
      and t.relname ~ '^(fact|bridge)_'
      and c.contype = 'f'
  loop
    execute part.statement;
  end loop;
  for part in
    select format('drop index %s', i.indexrelid::regclass) as statement
    from pg_index i
    join pg_class t on t.oid = i.indrelid
    where t.relnamespace = 'mart'::regnamespace
      and t.relname ~ '^(fact|bridge)_'
      and not i.indisunique
  loop
    execute part.statement;
  end loop;
  return true;
end
$$;
comment on function ops.begin_first_build() is 'Takes indexes and foreign keys off the facts of an empty mart, to be put back in the same transaction; false where the mart is not empty.';

create function ops.end_first_build() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  part record;
begin
  set constraints all immediate;
  for part in select definition from ops.first_build order by step loop
    execute part.definition;
  end loop;
  delete from ops.first_build;
end
$$;
comment on function ops.end_first_build() is 'Puts back what ops.begin_first_build took off.';

revoke execute on function ops.begin_first_build(), ops.end_first_build() from public;
revoke all on ops.first_build from public;
do $$
begin
  if exists (select from pg_roles where rolname = 'kawaraban_loader') then
    grant execute on function ops.begin_first_build(), ops.end_first_build() to kawaraban_loader;
  end if;
end
$$;
