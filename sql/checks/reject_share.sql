-- warn: More than 5 percent of what the last run read was rejected.
select run_id, articles_read, articles_rejected
from ops.run
where run_id = (select max(run_id) from ops.run where status = 'done' and articles_read > 0)
  and articles_rejected > 0.05 * articles_read
