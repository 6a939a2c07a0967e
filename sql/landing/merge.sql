-- Landed rows into raw: one revision a key and hash. Of the same bytes found in several places the first address in byte
-- order wins as a whole, so that the order of arrival does not matter. $1 batch, $2 whether facts of other versions
-- (and of this one) are replaced.
insert into raw.article as known (
  article_id, sha256, uri, canonical, title, language, published_on, published_from, modified_on, publisher, charset,
  reader, content, content_length, source, is_source_content, extractor_id, facts, facts_hash, batch_id
)
select distinct on (landing.article_id, landing.sha256)
  article_id, sha256, uri, canonical, title, language, published_on, published_from, modified_on, publisher, charset,
  reader, content, coalesce(length(content), 0), source, is_source_content, extractor_id, facts,
  sha256(convert_to(facts, 'UTF8')) as facts_hash, $1::bigint
from landing
order by landing.article_id, landing.sha256, landing.uri
on conflict (article_id, sha256) do update
set
  uri = excluded.uri,
  canonical = excluded.canonical,
  title = excluded.title,
  language = excluded.language,
  published_on = excluded.published_on,
  published_from = excluded.published_from,
  modified_on = excluded.modified_on,
  publisher = excluded.publisher,
  charset = coalesce(excluded.charset, known.charset),
  reader = coalesce(excluded.reader, known.reader),
  content = coalesce(excluded.content, known.content),
  content_length = case when excluded.content is null then known.content_length else excluded.content_length end,
  source = case when excluded.content is null then known.source else excluded.source end,
  is_source_content = case when excluded.content is null then known.is_source_content else excluded.is_source_content end,
  extractor_id = excluded.extractor_id,
  facts = excluded.facts,
  facts_hash = excluded.facts_hash,
  batch_id = excluded.batch_id,
  quarantined_by = null,
  landed_at = clock_timestamp()
where
  (known.extractor_id = excluded.extractor_id and excluded.uri < known.uri)
  or ($2::boolean and known.extractor_id <> excluded.extractor_id)
  or ($2::boolean and excluded.uri <= known.uri and known.facts_hash <> excluded.facts_hash)
  or ($2::boolean and known.quarantined_by is not null)
  or (known.content is null and excluded.content is not null)
