-- Fails where the migration did not leave what it says.
select run_id, status, mart_rows_changed from ops.run where false;
select batch_id, merged_run_id from ops.batch where false;
select uri, reason, bytes from ops.reject where false;
select 1 / count(*) from ops.mart_state;
select 1 / (ops.date_key('2025-11') = 20251101)::integer;
select 1 / (ops.date_key('XXXX-11-03') = -1)::integer;
select 1 / (ops.date_key('2025') = 20250101)::integer;
select 1 / (ops.last_day('2024-02') = date '2024-02-29')::integer;
select 1 / (ops.last_day('2024-02-03') = date '2024-02-03')::integer;
select 1 / (ops.first_day('2025-11') = date '2025-11-01')::integer;
select 1 / (ops.first_day('XXXX-11') is null and ops.first_day(null) is null and ops.last_day(null) is null)::integer;
select 1 / (ops.date_key('1989-12-31') = -1 and ops.date_key('2051') = -1 and ops.date_key(null) = -1)::integer;
