-- What the resolution keeps between refreshes, so that a refresh looks at what a load touched and at nothing else. All of it
-- follows from raw: tables are unlogged, and where a crash of the server empties them the next refresh makes them again.
create schema resolution;
comment on schema resolution is 'Index over raw for the refresh of the mart: unlogged, made again by a full refresh.';

create unlogged table resolution.claim (
  article_id text collate "C" not null,
  claim_index integer not null,
  assertion bigint not null,
  published integer,
  words bigint not null,
  words_length integer not null,
  content bytea not null,
  told text not null,
  primary key (article_id, claim_index)
);
create index claim_assertion on resolution.claim (assertion);
comment on table resolution.claim is 'One claim of a current article, with all that its article adds to it.';

create unlogged table resolution.part (
  article_id text collate "C" not null,
  claim_index integer not null,
  part_of_index integer not null,
  primary key (article_id, claim_index)
);
comment on table resolution.part is 'One claim that its article calls a part of another claim.';

create unlogged table resolution.assertion (
  assertion bigint primary key,
  component bigint not null,
  first_article text collate "C" not null,
  first_index integer not null,
  record bytea not null,
  blocks bigint[] not null
);
create index assertion_component on resolution.assertion (component);
comment on table resolution.assertion is 'Claims of equal content as one, the component of links that they are in, and their blocks.';

create unlogged table resolution.block (
  block bigint not null,
  assertion bigint not null,
  kind smallint not null,
  is_open boolean not null,
  primary key (block, assertion)
);
create index block_open on resolution.block (block) where is_open;
comment on table resolution.block is 'One assertion in one block: only members of a block are compared.';

create unlogged table resolution.link (
  one bigint not null,
  other bigint not null,
  score smallint not null,
  primary key (one, other)
);
comment on table resolution.link is 'Two assertions that can tell one deal; each pair twice, once from each side.';

create unlogged table resolution.deal (
  claim_set text collate "C" primary key,
  component bigint not null,
  is_additive boolean not null,
  has_amount boolean not null,
  conflicts integer not null,
  rate_day text,
  is_pinned boolean not null,
  node text not null
);
create index deal_component on resolution.deal (component);
create index deal_rate_day on resolution.deal (rate_day);
create index deal_pinned on resolution.deal (claim_set) where is_pinned;
comment on table resolution.deal is 'One deal before it is laid beside others, as relations look at it.';

create unlogged table resolution.chain (
  chain bigint not null,
  claim_set text collate "C" not null,
  primary key (chain, claim_set)
);
create index chain_deal on resolution.chain (claim_set);
comment on table resolution.chain is 'One deal in a chain of deals of the same parties: relations run along chains.';

create unlogged table resolution.edge (
  chain bigint not null,
  claim_set text collate "C" not null,
  relation text not null,
  other_claim_set text collate "C" not null,
  primary key (chain, claim_set, relation, other_claim_set)
);
create index edge_deal on resolution.edge (claim_set);
create index edge_other on resolution.edge (other_claim_set);
comment on table resolution.edge is 'One relation found in one chain; chain 0 holds what articles state themselves.';

create unlogged table resolution.figure_claim (
  article_id text collate "C" not null,
  kind smallint not null,
  place integer not null,
  figure_group bigint not null,
  told text not null,
  primary key (article_id, kind, place)
);
create index figure_claim_group on resolution.figure_claim (kind, figure_group);
comment on table resolution.figure_claim is 'One figure (kind 0) or relation of a model (kind 1) of a current article.';

create unlogged table resolution.figure (
  kind smallint not null,
  figure_id text collate "C" not null,
  figure_group bigint not null,
  primary key (kind, figure_id)
);
create index figure_group on resolution.figure (kind, figure_group);
comment on table resolution.figure is 'One figure or relation as resolved, and the group that it comes from.';

create unlogged table resolution.signature (
  article_id text collate "C" primary key,
  hashes text not null
);
comment on table resolution.signature is 'Signature of an article''s text.';

create unlogged table resolution.band (
  band bigint not null,
  article_id text collate "C" not null,
  primary key (band, article_id)
);
create index band_article on resolution.band (article_id);
comment on table resolution.band is 'One article in one band of signatures: the first of a band is compared with the others.';

create unlogged table resolution.copy (
  band bigint not null,
  article_id text collate "C" not null,
  copy_id text collate "C" not null,
  primary key (band, copy_id)
);
create index copy_article on resolution.copy (article_id);
create index copy_copy on resolution.copy (copy_id);
comment on table resolution.copy is 'Two articles of one band whose texts are near-duplicates.';

create unlogged table resolution.representative (
  article_id text collate "C" primary key,
  representative_id text collate "C" not null
);
create index representative_representative on resolution.representative (representative_id);
comment on table resolution.representative is 'The article that stands for an article and its near-duplicates, where it has any.';

create unlogged table resolution.state (
  input_hash text not null
);
comment on table resolution.state is 'What the index was made with; empty where there is none, so that the next refresh is a full one.';

-- What a refresh of some articles looks up in the mart.
create index fact_mention_entity on mart.fact_mention (entity_type, entity_id);
create index dim_article_source on mart.dim_article (source_key);
create index bridge_deal_chip_id on mart.bridge_deal_chip (chip_id);
create index bridge_deal_model_id on mart.bridge_deal_model (model_id);
create index bridge_deal_product_id on mart.bridge_deal_product (product_id);
create index fact_metric_subject on mart.fact_metric (subject_id);
create index fact_model_relation_subject on mart.fact_model_relation (subject_id);
create index fact_model_relation_object on mart.fact_model_relation (object_id);
create index fact_deal_history_article on mart.fact_deal_history (article_key);
create index bridge_deal_deal_other on mart.bridge_deal_deal (other_deal_key);
create index deal_redirect_deal on mart.deal_redirect (deal_key);

revoke all on schema resolution from public;
do $$
begin
  if exists (select from pg_roles where rolname = 'kawaraban_loader') then
    grant usage on schema resolution to kawaraban_loader;
    grant select, insert, update, delete, truncate on all tables in schema resolution to kawaraban_loader;
  end if;
end
$$;
