select 1 / (not has_schema_privilege(rolname, 'raw', 'usage'))::integer
from pg_roles
where rolname = 'kawaraban_reader';
