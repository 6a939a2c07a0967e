-- Who may do what. Roles are made where the owner may make them; a server that forbids it keeps working without.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['kawaraban_reader', 'kawaraban_curator', 'kawaraban_loader'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin', wanted);
      exception
        when insufficient_privilege then
          raise notice 'role % not created: the owner may not create roles', wanted;
        when duplicate_object or unique_violation then
          null;
      end;
    end if;
  end loop;
  if exists (select from pg_roles where rolname = 'kawaraban_reader') then
    grant usage on schema mart to kawaraban_reader;
    grant select on all tables in schema mart to kawaraban_reader;
    alter default privileges in schema mart grant select on tables to kawaraban_reader;
  end if;
  if exists (select from pg_roles where rolname = 'kawaraban_curator') then
    grant usage on schema mart to kawaraban_curator;
    grant select on all tables in schema mart to kawaraban_curator;
    alter default privileges in schema mart grant select on tables to kawaraban_curator;
  end if;
  if exists (select from pg_roles where rolname = 'kawaraban_loader') then
    grant usage on schema raw, staging, mart, ops to kawaraban_loader;
    grant select, insert, update, delete on all tables in schema raw, mart, ops to kawaraban_loader;
    grant select, insert, update, delete, truncate on all tables in schema staging to kawaraban_loader;
    grant usage on all sequences in schema raw, mart, ops to kawaraban_loader;
  end if;
end
$$;

-- The views call two functions of ops; a reader who may not enter that schema still may run them through the views.
revoke all on schema raw, staging, ops from public;
