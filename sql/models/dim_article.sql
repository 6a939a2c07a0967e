-- One article in its current revision; of touched articles, and of those with another representative.
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
  coalesce(k.representative_id, a.article_id) as cluster_id,
  coalesce(k.representative_id, a.article_id) = a.article_id as is_representative,
  a.content_length as text_length,
  (a.content is not null or a.source is not null) as is_re_extractable
from (
  select article_id from staging.touched_article
  union
  select article_id from moved_article
) t
cross join lateral (
  select r.*
  from raw.article r
  where r.article_id = t.article_id
    and r.quarantined_by is null
  order by
    ops.first_day(coalesce(r.modified_on, r.published_on)) desc nulls last,
    ops.first_day(r.published_on) desc nulls last,
    r.sha256 desc
  limit 1
) a
left join mart.dim_source s on s.source_id = a.publisher
left join resolution.representative k on k.article_id = a.article_id
