create temporary table if not exists landing (
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
  source bytea,
  is_source_content boolean not null,
  extractor_id integer not null,
  facts text not null
) on commit delete rows
