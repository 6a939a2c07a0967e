select quarantined_by from raw.current_article where false;
