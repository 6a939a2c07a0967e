select 1 / (to_regclass('staging.article_cluster') is null)::integer;
