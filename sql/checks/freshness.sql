-- warn: Batches that landed more than a day ago are not in the mart yet.
select batch_id, run_id, landed_at, articles
from ops.batch
where merged_run_id is null
  and changed > 0
  and landed_at < now() - interval '1 day'
