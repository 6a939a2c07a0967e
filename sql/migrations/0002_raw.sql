-- Articles as landed.
create table raw.extractor (
  extractor_id integer generated always as identity primary key,
  version text not null,
  catalog text not null,
  rules text not null,
  dictionary text not null default '',
  first_seen_at timestamptz not null default clock_timestamp(),
  unique (version, catalog, rules, dictionary)
);
comment on table raw.extractor is 'One version of code, catalogue, rules and dictionary that has read articles.';
comment on column raw.extractor.extractor_id is 'Number of the version.';
comment on column raw.extractor.version is 'Version of the program.';
comment on column raw.extractor.catalog is 'Hash of the catalogue.';
comment on column raw.extractor.rules is 'Hash of the rules.';
comment on column raw.extractor.dictionary is 'Hash of the MeCab dictionary; empty where none was used.';
comment on column raw.extractor.first_seen_at is 'When facts of this version first landed.';

create table raw.article (
  revision_id bigint generated always as identity primary key,
  article_id text collate "C" not null,
  sha256 text collate "C" not null,
  uri text collate "C" not null,
  canonical text,
  title text,
  language text not null,
  published_on text,
  published_from text,
  modified_on text,
  publisher text,
  charset text,
  reader text,
  content text,
  content_length integer not null,
  source bytea,
  is_source_content boolean not null,
  extractor_id integer not null references raw.extractor,
  facts text not null,
  facts_hash bytea not null,
  batch_id bigint not null references ops.batch,
  landed_at timestamptz not null default clock_timestamp(),
  unique (article_id, sha256)
);
create index article_sha256 on raw.article (sha256);
create index article_batch on raw.article (batch_id);
comment on table raw.article is 'One revision of an article as it landed, with the facts that the latest extraction read from it.';
comment on column raw.article.revision_id is 'Number of the revision.';
comment on column raw.article.article_id is 'What the article is known by: its canonical address, else sha256: and the hash of its bytes.';
comment on column raw.article.sha256 is 'Hash of the landed bytes.';
comment on column raw.article.uri is 'Where the bytes came from; of several places the first in byte order.';
comment on column raw.article.canonical is 'Canonical address, where it has one.';
comment on column raw.article.title is 'Title.';
comment on column raw.article.language is 'ja, en, zh or other.';
comment on column raw.article.published_on is 'Date of publication as exact as known.';
comment on column raw.article.published_from is 'Where that date came from: metadata, jsonld, url, text, argument.';
comment on column raw.article.modified_on is 'Date of the last change, where told.';
comment on column raw.article.publisher is 'Publisher, where told.';
comment on column raw.article.charset is 'Character set of the bytes.';
comment on column raw.article.reader is 'Reader that made text of the bytes.';
comment on column raw.article.content is 'Plain text, the one that offsets count in; null where facts were loaded without text.';
comment on column raw.article.content_length is 'Length of the text in characters; 0 without one.';
comment on column raw.article.source is 'The landed bytes; null where they equal the text or were not given.';
comment on column raw.article.is_source_content is 'The landed bytes are the text itself.';
comment on column raw.article.extractor_id is 'The version that read the facts.';
comment on column raw.article.facts is 'The facts as a line of kawaraban.facts/1, without the text.';
comment on column raw.article.facts_hash is 'SHA-256 of that line.';
comment on column raw.article.batch_id is 'The batch that changed the row last.';
comment on column raw.article.landed_at is 'When the row changed last.';

-- Of several revisions the latest modified or published, then the greatest hash, is current, in whatever order they came.
create view raw.current_article as
select distinct on (article_id) *
from raw.article
order by
  article_id,
  ops.first_day(coalesce(modified_on, published_on)) desc nulls last,
  ops.first_day(published_on) desc nulls last,
  sha256 desc;
comment on view raw.current_article is 'The current revision of each article.';

create view raw.not_re_extractable as
select article_id, uri, title, published_on, landed_at
from raw.article
where content is null and source is null;
comment on view raw.not_re_extractable is 'Articles whose facts were loaded without text: a backfill cannot read them again.';
