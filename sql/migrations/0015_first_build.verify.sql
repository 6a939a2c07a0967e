select step, definition from ops.first_build where false;
select 'ops.begin_first_build()'::regprocedure, 'ops.end_first_build()'::regprocedure;
