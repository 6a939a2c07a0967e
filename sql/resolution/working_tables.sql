-- What one refresh notes while it goes: gone with its transaction.
create temporary table merged_batch (batch_id bigint primary key) on commit drop;
create temporary table touched_assertion (assertion bigint primary key) on commit drop;
create temporary table touched_component (component bigint primary key) on commit drop;
create temporary table affected_assertion (assertion bigint primary key) on commit drop;
create temporary table touched_group (kind smallint, figure_group bigint, primary key (kind, figure_group)) on commit drop;
create temporary table touched_figure (kind smallint, figure_id text collate "C", primary key (kind, figure_id)) on commit drop;
create temporary table touched_band (band bigint primary key) on commit drop;
create temporary table touched_cluster (representative_id text collate "C" primary key) on commit drop;
create temporary table affected_article (article_id text collate "C" primary key) on commit drop;
create temporary table moved_article (article_id text collate "C" primary key) on commit drop;
create temporary table touched_source (source_key bigint primary key) on commit drop;
create temporary table touched_claim_set (claim_set text collate "C" primary key) on commit drop;
create temporary table touched_deal (deal_key bigint primary key) on commit drop;
create temporary table checked_deal (deal_key bigint primary key) on commit drop;
create temporary table touched_chain (chain bigint primary key) on commit drop;
create temporary table touched_rate_day (rate_day text primary key) on commit drop;
create temporary table related_deal (claim_set text collate "C" primary key) on commit drop;
create temporary table doubtful_entity (
  entity_type text, entity_id text collate "C", primary key (entity_type, entity_id)
) on commit drop;
create temporary table deal_patch (
  deal_key bigint primary key, claim_set text collate "C", is_additive boolean, base_conflicts integer, conflict_count integer
) on commit drop;
create temporary table whole_conflict (
  claim_set text collate "C" primary key, attribute text, kind text, detail text
) on commit drop;
create temporary table new_assertion (
  assertion bigint, first_article text collate "C", first_index integer, record bytea, blocks bigint[]
) on commit drop;
create temporary table new_block (block bigint, assertion bigint, kind smallint, is_open boolean) on commit drop;
create temporary table moved_block (block bigint primary key, kind smallint, delta bigint) on commit drop;
create temporary table paired_block (block bigint primary key, kind smallint, is_whole boolean) on commit drop;
create temporary table new_link (one bigint, other bigint, score smallint) on commit drop;
create temporary table dropped_link (one bigint, other bigint) on commit drop;
create temporary table new_component (assertion bigint primary key, component bigint) on commit drop;
create temporary table new_representative (article_id text collate "C" primary key, representative_id text collate "C") on commit drop;
create temporary table dropped_edge (claim_set text collate "C", other_claim_set text collate "C") on commit drop;
