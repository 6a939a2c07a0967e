-- Facts of the current revision of each touched article.
select a.facts
from staging.touched_article t
cross join lateral (
  select r.facts
  from raw.article r
  where r.article_id = t.article_id
    and r.quarantined_by is null
  order by
    ops.first_day(coalesce(r.modified_on, r.published_on)) desc nulls last,
    ops.first_day(r.published_on) desc nulls last,
    r.sha256 desc
  limit 1
) a
