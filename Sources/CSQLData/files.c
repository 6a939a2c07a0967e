// The SQL of the project, embedded into the binary. A file of `sql/` is listed here once; a test holds the list against
// the folder.
#include "CSQLData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const CSQLData_file files[] = {
    {"backfill/articles.sql", (const char[]){
#embed "../../sql/backfill/articles.sql" suffix(, 0)
}},
    {"backfill/deals_before.sql", (const char[]){
#embed "../../sql/backfill/deals_before.sql" suffix(, 0)
}},
    {"backfill/differences.sql", (const char[]){
#embed "../../sql/backfill/differences.sql" suffix(, 0)
}},
    {"backfill/totals.sql", (const char[]){
#embed "../../sql/backfill/totals.sql" suffix(, 0)
}},
    {"checks/additive_sums.sql", (const char[]){
#embed "../../sql/checks/additive_sums.sql" suffix(, 0)
}},
    {"checks/amount_within_claims.sql", (const char[]){
#embed "../../sql/checks/amount_within_claims.sql" suffix(, 0)
}},
    {"checks/bridge_shares.sql", (const char[]){
#embed "../../sql/checks/bridge_shares.sql" suffix(, 0)
}},
    {"checks/claim_without_proof.sql", (const char[]){
#embed "../../sql/checks/claim_without_proof.sql" suffix(, 0)
}},
    {"checks/dates_in_order.sql", (const char[]){
#embed "../../sql/checks/dates_in_order.sql" suffix(, 0)
}},
    {"checks/deal_without_claim.sql", (const char[]){
#embed "../../sql/checks/deal_without_claim.sql" suffix(, 0)
}},
    {"checks/drift.sql", (const char[]){
#embed "../../sql/checks/drift.sql" suffix(, 0)
}},
    {"checks/freshness.sql", (const char[]){
#embed "../../sql/checks/freshness.sql" suffix(, 0)
}},
    {"checks/orphan_members.sql", (const char[]){
#embed "../../sql/checks/orphan_members.sql" suffix(, 0)
}},
    {"checks/pins_match.sql", (const char[]){
#embed "../../sql/checks/pins_match.sql" suffix(, 0)
}},
    {"checks/quote_is_the_text.sql", (const char[]){
#embed "../../sql/checks/quote_is_the_text.sql" suffix(, 0)
}},
    {"checks/reject_share.sql", (const char[]){
#embed "../../sql/checks/reject_share.sql" suffix(, 0)
}},
    {"checks/rumour_is_no_fact.sql", (const char[]){
#embed "../../sql/checks/rumour_is_no_fact.sql" suffix(, 0)
}},
    {"fingerprint.sql", (const char[]){
#embed "../../sql/fingerprint.sql" suffix(, 0)
}},
    {"landing/known.sql", (const char[]){
#embed "../../sql/landing/known.sql" suffix(, 0)
}},
    {"landing/merge.sql", (const char[]){
#embed "../../sql/landing/merge.sql" suffix(, 0)
}},
    {"landing/table.sql", (const char[]){
#embed "../../sql/landing/table.sql" suffix(, 0)
}},
    {"migrations/0001_ops.sql", (const char[]){
#embed "../../sql/migrations/0001_ops.sql" suffix(, 0)
}},
    {"migrations/0001_ops.verify.sql", (const char[]){
#embed "../../sql/migrations/0001_ops.verify.sql" suffix(, 0)
}},
    {"migrations/0002_raw.sql", (const char[]){
#embed "../../sql/migrations/0002_raw.sql" suffix(, 0)
}},
    {"migrations/0002_raw.verify.sql", (const char[]){
#embed "../../sql/migrations/0002_raw.verify.sql" suffix(, 0)
}},
    {"migrations/0003_small_dimensions.sql", (const char[]){
#embed "../../sql/migrations/0003_small_dimensions.sql" suffix(, 0)
}},
    {"migrations/0003_small_dimensions.verify.sql", (const char[]){
#embed "../../sql/migrations/0003_small_dimensions.verify.sql" suffix(, 0)
}},
    {"migrations/0004_entity_dimensions.sql", (const char[]){
#embed "../../sql/migrations/0004_entity_dimensions.sql" suffix(, 0)
}},
    {"migrations/0004_entity_dimensions.verify.sql", (const char[]){
#embed "../../sql/migrations/0004_entity_dimensions.verify.sql" suffix(, 0)
}},
    {"migrations/0005_facts.sql", (const char[]){
#embed "../../sql/migrations/0005_facts.sql" suffix(, 0)
}},
    {"migrations/0005_facts.verify.sql", (const char[]){
#embed "../../sql/migrations/0005_facts.verify.sql" suffix(, 0)
}},
    {"migrations/0006_staging.sql", (const char[]){
#embed "../../sql/migrations/0006_staging.sql" suffix(, 0)
}},
    {"migrations/0006_staging.verify.sql", (const char[]){
#embed "../../sql/migrations/0006_staging.verify.sql" suffix(, 0)
}},
    {"migrations/0007_views.sql", (const char[]){
#embed "../../sql/migrations/0007_views.sql" suffix(, 0)
}},
    {"migrations/0007_views.verify.sql", (const char[]){
#embed "../../sql/migrations/0007_views.verify.sql" suffix(, 0)
}},
    {"migrations/0008_roles.sql", (const char[]){
#embed "../../sql/migrations/0008_roles.sql" suffix(, 0)
}},
    {"migrations/0008_roles.verify.sql", (const char[]){
#embed "../../sql/migrations/0008_roles.verify.sql" suffix(, 0)
}},
    {"migrations/0009_backfill.sql", (const char[]){
#embed "../../sql/migrations/0009_backfill.sql" suffix(, 0)
}},
    {"migrations/0009_backfill.verify.sql", (const char[]){
#embed "../../sql/migrations/0009_backfill.verify.sql" suffix(, 0)
}},
    {"migrations/0010_checks_and_pins.sql", (const char[]){
#embed "../../sql/migrations/0010_checks_and_pins.sql" suffix(, 0)
}},
    {"migrations/0010_checks_and_pins.verify.sql", (const char[]){
#embed "../../sql/migrations/0010_checks_and_pins.verify.sql" suffix(, 0)
}},
    {"migrations/0011_quarantine.sql", (const char[]){
#embed "../../sql/migrations/0011_quarantine.sql" suffix(, 0)
}},
    {"migrations/0011_quarantine.verify.sql", (const char[]){
#embed "../../sql/migrations/0011_quarantine.verify.sql" suffix(, 0)
}},
    {"migrations/0012_web_visit.sql", (const char[]){
#embed "../../sql/migrations/0012_web_visit.sql" suffix(, 0)
}},
    {"migrations/0012_web_visit.verify.sql", (const char[]){
#embed "../../sql/migrations/0012_web_visit.verify.sql" suffix(, 0)
}},
    {"migrations/0013_resolution.sql", (const char[]){
#embed "../../sql/migrations/0013_resolution.sql" suffix(, 0)
}},
    {"migrations/0013_resolution.verify.sql", (const char[]){
#embed "../../sql/migrations/0013_resolution.verify.sql" suffix(, 0)
}},
    {"migrations/0014_in_flight.sql", (const char[]){
#embed "../../sql/migrations/0014_in_flight.sql" suffix(, 0)
}},
    {"migrations/0014_in_flight.verify.sql", (const char[]){
#embed "../../sql/migrations/0014_in_flight.verify.sql" suffix(, 0)
}},
    {"migrations/0015_first_build.sql", (const char[]){
#embed "../../sql/migrations/0015_first_build.sql" suffix(, 0)
}},
    {"migrations/0015_first_build.verify.sql", (const char[]){
#embed "../../sql/migrations/0015_first_build.verify.sql" suffix(, 0)
}},
    {"migrations/0016_no_article_cluster.sql", (const char[]){
#embed "../../sql/migrations/0016_no_article_cluster.sql" suffix(, 0)
}},
    {"migrations/0016_no_article_cluster.verify.sql", (const char[]){
#embed "../../sql/migrations/0016_no_article_cluster.verify.sql" suffix(, 0)
}},
    {"models/bridge_deal_chip.sql", (const char[]){
#embed "../../sql/models/bridge_deal_chip.sql" suffix(, 0)
}},
    {"models/bridge_deal_company.sql", (const char[]){
#embed "../../sql/models/bridge_deal_company.sql" suffix(, 0)
}},
    {"models/bridge_deal_deal.sql", (const char[]){
#embed "../../sql/models/bridge_deal_deal.sql" suffix(, 0)
}},
    {"models/bridge_deal_model.sql", (const char[]){
#embed "../../sql/models/bridge_deal_model.sql" suffix(, 0)
}},
    {"models/bridge_deal_product.sql", (const char[]){
#embed "../../sql/models/bridge_deal_product.sql" suffix(, 0)
}},
    {"models/deal_audit.sql", (const char[]){
#embed "../../sql/models/deal_audit.sql" suffix(, 0)
}},
    {"models/deal_numbers.sql", (const char[]){
#embed "../../sql/models/deal_numbers.sql" suffix(, 0)
}},
    {"models/deal_redirects.sql", (const char[]){
#embed "../../sql/models/deal_redirects.sql" suffix(, 0)
}},
    {"models/dim_article.sql", (const char[]){
#embed "../../sql/models/dim_article.sql" suffix(, 0)
}},
    {"models/dim_chip.sql", (const char[]){
#embed "../../sql/models/dim_chip.sql" suffix(, 0)
}},
    {"models/dim_company.sql", (const char[]){
#embed "../../sql/models/dim_company.sql" suffix(, 0)
}},
    {"models/dim_model.sql", (const char[]){
#embed "../../sql/models/dim_model.sql" suffix(, 0)
}},
    {"models/dim_person.sql", (const char[]){
#embed "../../sql/models/dim_person.sql" suffix(, 0)
}},
    {"models/dim_product.sql", (const char[]){
#embed "../../sql/models/dim_product.sql" suffix(, 0)
}},
    {"models/dim_source.sql", (const char[]){
#embed "../../sql/models/dim_source.sql" suffix(, 0)
}},
    {"models/entities.sql", (const char[]){
#embed "../../sql/models/entities.sql" suffix(, 0)
}},
    {"models/fact_claim_value.sql", (const char[]){
#embed "../../sql/models/fact_claim_value.sql" suffix(, 0)
}},
    {"models/fact_deal.sql", (const char[]){
#embed "../../sql/models/fact_deal.sql" suffix(, 0)
}},
    {"models/fact_deal_claim.sql", (const char[]){
#embed "../../sql/models/fact_deal_claim.sql" suffix(, 0)
}},
    {"models/fact_deal_conflict.sql", (const char[]){
#embed "../../sql/models/fact_deal_conflict.sql" suffix(, 0)
}},
    {"models/fact_deal_history.sql", (const char[]){
#embed "../../sql/models/fact_deal_history.sql" suffix(, 0)
}},
    {"models/fact_exchange_rate.sql", (const char[]){
#embed "../../sql/models/fact_exchange_rate.sql" suffix(, 0)
}},
    {"models/fact_mention.sql", (const char[]){
#embed "../../sql/models/fact_mention.sql" suffix(, 0)
}},
    {"models/fact_metric.sql", (const char[]){
#embed "../../sql/models/fact_metric.sql" suffix(, 0)
}},
    {"models/fact_metric_claim.sql", (const char[]){
#embed "../../sql/models/fact_metric_claim.sql" suffix(, 0)
}},
    {"models/fact_model_relation.sql", (const char[]){
#embed "../../sql/models/fact_model_relation.sql" suffix(, 0)
}},
    {"models/fact_model_relation_claim.sql", (const char[]){
#embed "../../sql/models/fact_model_relation_claim.sql" suffix(, 0)
}},
    {"models/merged_batches.sql", (const char[]){
#embed "../../sql/models/merged_batches.sql" suffix(, 0)
}},
    {"models/touched_articles.sql", (const char[]){
#embed "../../sql/models/touched_articles.sql" suffix(, 0)
}},
    {"resolution/affected_articles.sql", (const char[]){
#embed "../../sql/resolution/affected_articles.sql" suffix(, 0)
}},
    {"resolution/affected_links.sql", (const char[]){
#embed "../../sql/resolution/affected_links.sql" suffix(, 0)
}},
    {"resolution/block_members.sql", (const char[]){
#embed "../../sql/resolution/block_members.sql" suffix(, 0)
}},
    {"resolution/blocks_to_pair.sql", (const char[]){
#embed "../../sql/resolution/blocks_to_pair.sql" suffix(, 0)
}},
    {"resolution/busy_blocks.sql", (const char[]){
#embed "../../sql/resolution/busy_blocks.sql" suffix(, 0)
}},
    {"resolution/chain_deals.sql", (const char[]){
#embed "../../sql/resolution/chain_deals.sql" suffix(, 0)
}},
    {"resolution/component_assertions.sql", (const char[]){
#embed "../../sql/resolution/component_assertions.sql" suffix(, 0)
}},
    {"resolution/component_claims.sql", (const char[]){
#embed "../../sql/resolution/component_claims.sql" suffix(, 0)
}},
    {"resolution/component_links.sql", (const char[]){
#embed "../../sql/resolution/component_links.sql" suffix(, 0)
}},
    {"resolution/figure_claims.sql", (const char[]){
#embed "../../sql/resolution/figure_claims.sql" suffix(, 0)
}},
    {"resolution/forget_articles.sql", (const char[]){
#embed "../../sql/resolution/forget_articles.sql" suffix(, 0)
}},
    {"resolution/forget_copies.sql", (const char[]){
#embed "../../sql/resolution/forget_copies.sql" suffix(, 0)
}},
    {"resolution/forget_edges.sql", (const char[]){
#embed "../../sql/resolution/forget_edges.sql" suffix(, 0)
}},
    {"resolution/forget_links.sql", (const char[]){
#embed "../../sql/resolution/forget_links.sql" suffix(, 0)
}},
    {"resolution/merge_assertions.sql", (const char[]){
#embed "../../sql/resolution/merge_assertions.sql" suffix(, 0)
}},
    {"resolution/merge_components.sql", (const char[]){
#embed "../../sql/resolution/merge_components.sql" suffix(, 0)
}},
    {"resolution/merge_links.sql", (const char[]){
#embed "../../sql/resolution/merge_links.sql" suffix(, 0)
}},
    {"resolution/merge_representatives.sql", (const char[]){
#embed "../../sql/resolution/merge_representatives.sql" suffix(, 0)
}},
    {"resolution/note_articles.sql", (const char[]){
#embed "../../sql/resolution/note_articles.sql" suffix(, 0)
}},
    {"resolution/patch_deals.sql", (const char[]){
#embed "../../sql/resolution/patch_deals.sql" suffix(, 0)
}},
    {"resolution/rate_days.sql", (const char[]){
#embed "../../sql/resolution/rate_days.sql" suffix(, 0)
}},
    {"resolution/relate_deals.sql", (const char[]){
#embed "../../sql/resolution/relate_deals.sql" suffix(, 0)
}},
    {"resolution/signature_pairs.sql", (const char[]){
#embed "../../sql/resolution/signature_pairs.sql" suffix(, 0)
}},
    {"resolution/start_over.sql", (const char[]){
#embed "../../sql/resolution/start_over.sql" suffix(, 0)
}},
    {"resolution/touched_claims.sql", (const char[]){
#embed "../../sql/resolution/touched_claims.sql" suffix(, 0)
}},
    {"resolution/touched_facts.sql", (const char[]){
#embed "../../sql/resolution/touched_facts.sql" suffix(, 0)
}},
    {"resolution/touched_figures.sql", (const char[]){
#embed "../../sql/resolution/touched_figures.sql" suffix(, 0)
}},
    {"resolution/wholes.sql", (const char[]){
#embed "../../sql/resolution/wholes.sql" suffix(, 0)
}},
    {"resolution/widen.sql", (const char[]){
#embed "../../sql/resolution/widen.sql" suffix(, 0)
}},
    {"resolution/working_tables.sql", (const char[]){
#embed "../../sql/resolution/working_tables.sql" suffix(, 0)
}},
};

const CSQLData_file *CSQLData_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
