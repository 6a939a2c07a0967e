select address, etag, last_modified, status, visited_at, run_id from ops.web_visit where false;
