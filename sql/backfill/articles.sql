-- Articles that a backfill can read again, oldest key first: $1 published from, $2 published to, $3 only undated,
-- $4 landed from, $5 landed to, $6 publisher, $7 extractor whose articles are left out; after the key $8, $9, at most $10.
select
  a.article_id,
  a.uri,
  a.canonical,
  a.title,
  a.language,
  a.published_on,
  a.published_from,
  a.modified_on,
  a.publisher,
  a.sha256,
  a.charset,
  a.reader,
  coalesce(a.source, convert_to(a.content, 'UTF8')) as bytes
from raw.article a
where (a.content is not null or a.source is not null)
  and ($1::date is null or ops.last_day(a.published_on) >= $1::date)
  and ($2::date is null or ops.first_day(a.published_on) <= $2::date)
  and (not $3::boolean or ops.first_day(a.published_on) is null)
  and ($4::timestamptz is null or a.landed_at >= $4::timestamptz)
  and ($5::timestamptz is null or a.landed_at < $5::timestamptz)
  and ($6::text is null or a.publisher = $6::text)
  and ($7::integer is null or a.extractor_id <> $7::integer)
  and (a.article_id, a.sha256) > ($8::text collate "C", $9::text collate "C")
order by a.article_id, a.sha256
limit $10::integer
