/// A table of the mart that a refresh keeps: its key, and the query (`sql/models/NAME.sql`) that says what it should hold.
///
/// `fact_deal` is keyed by `deal_key`; rows whose values changed are updated, missing ones inserted, others deleted.
struct MartTable: Sendable {
  let name: String
  let key: [String]
  /// The surrogate key of a dimension's own rows; those below zero are its members, which stay.
  let surrogate: String?
  /// Its rows depend on their article and the dimensions alone: a refresh makes again those of touched articles only.
  let isByArticle: Bool

  init(_ name: String, key: String..., surrogate: String? = nil, isByArticle: Bool = false) {
    self.name = name
    self.key = key
    self.surrogate = surrogate
    self.isByArticle = isByArticle
  }

  /// In the order in which rows may refer to each other; deletions go the other way.
  static let dimensions = [
    MartTable("dim_company", key: "company_id", "valid_from", surrogate: "company_key"),
    MartTable("dim_model", key: "model_id", "valid_from", surrogate: "model_key"),
    MartTable("dim_chip", key: "chip_id", "valid_from", surrogate: "chip_key"),
    MartTable("dim_product", key: "product_id", "valid_from", surrogate: "product_key"),
    MartTable("dim_person", key: "person_id", "valid_from", surrogate: "person_key"),
    MartTable("dim_source", key: "source_id", surrogate: "source_key"),
    MartTable("dim_article", key: "article_id", surrogate: "article_key"),
  ]

  static let facts = [
    MartTable("fact_deal", key: "deal_key"),
    MartTable("bridge_deal_deal", key: "deal_key", "relation", "other_deal_key"),
    MartTable("bridge_deal_company", key: "deal_key", "role_key", "company_id"),
    MartTable("bridge_deal_chip", key: "deal_key", "chip_id"),
    MartTable("bridge_deal_model", key: "deal_key", "model_id"),
    MartTable("bridge_deal_product", key: "deal_key", "product_id"),
    MartTable("fact_deal_claim", key: "article_key", "claim_index"),
    MartTable("fact_claim_value", key: "deal_claim_key", "value_index"),
    MartTable("fact_deal_conflict", key: "deal_key", "conflict_index"),
    MartTable("fact_deal_history", key: "deal_key", "change_index"),
    MartTable("fact_mention", key: "article_key", "entity_type", "entity_id", isByArticle: true),
    MartTable("fact_metric", key: "metric_id"),
    MartTable("fact_metric_claim", key: "article_key", "metric_index"),
    MartTable("fact_model_relation", key: "model_relation_id"),
    MartTable("fact_model_relation_claim", key: "article_key", "fact_index"),
    MartTable("fact_exchange_rate", key: "currency_key", "rate_date_key", "basis"),
  ]
}
