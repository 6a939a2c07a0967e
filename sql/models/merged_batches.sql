-- The batches that this refresh takes in, for run $1; a run that refreshes again and again takes each of them once.
with merged as (
  update ops.batch
  set merged_run_id = $1::bigint
  where merged_run_id is null
  returning batch_id
)
insert into merged_batch (batch_id)
select batch_id
from merged
