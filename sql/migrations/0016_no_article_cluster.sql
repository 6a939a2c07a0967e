-- Representatives of near-duplicates are kept in resolution.representative.
drop table staging.article_cluster;
