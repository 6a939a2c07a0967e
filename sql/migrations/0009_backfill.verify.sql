select run_id, published_from, is_undated from ops.backfill where false;
select extractor_id, published_month, articles from ops.backfill_gaps where false;
select publisher, language, articles_without_facts from mart.coverage where false;
