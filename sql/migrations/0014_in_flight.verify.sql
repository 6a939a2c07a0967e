select run_id, uri, sha256, is_alone, started_at from ops.in_flight where false;
