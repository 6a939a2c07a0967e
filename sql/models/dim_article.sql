-- One article in its current revision.
select
  a.article_id,
  coalesce(s.source_key, -1) as source_key,
  a.uri,
  a.title,
  a.language,
  ops.date_key(a.published_on) as published_date_key,
  a.published_on,
  ops.first_day(a.published_on) as published_earliest,
  ops.last_day(a.published_on) as published_latest,
  a.modified_on,
  a.sha256,
  coalesce(k.cluster_id, a.article_id) as cluster_id,
  coalesce(k.cluster_id, a.article_id) = a.article_id as is_representative,
  a.content_length as text_length,
  (a.content is not null or a.source is not null) as is_re_extractable
from raw.current_article a
left join mart.dim_source s on s.source_id = a.publisher
left join staging.article_cluster k using (article_id)
