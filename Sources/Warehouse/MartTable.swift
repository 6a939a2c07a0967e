/// A table of the mart that a refresh keeps: its key, and the query (`sql/models/NAME.sql`) that says what it should hold.
///
/// `fact_deal` is keyed by `deal_key`; rows whose values changed are updated, missing ones inserted, others deleted.
struct MartTable: Sendable {
  let name: String
  let key: [String]
  /// The surrogate key of a dimension's own rows; those below zero are its members, which stay.
  let surrogate: String?
  /// Which rows `t` a refresh of some articles makes again: those of them that the query no longer gives go.
  let scope: String

  init(_ name: String, key: String..., surrogate: String? = nil, scope: String) {
    self.name = name
    self.key = key
    self.surrogate = surrogate
    self.scope = scope
  }

  private static let deals = "t.deal_key in (select deal_key from touched_deal)"
  private static let articles = "t.article_id in (select article_id from staging.touched_article)"

  private static func inferred(_ type: String) -> String {
    "not t.is_inferred or exists (select from doubtful_entity e where e.entity_type = '\(type)' and e.entity_id = t.\(type)_id)"
  }

  /// In the order in which rows may refer to each other; deletions go the other way.
  static let dimensions = [
    MartTable("dim_company", key: "company_id", "valid_from", surrogate: "company_key", scope: inferred("company")),
    MartTable("dim_model", key: "model_id", "valid_from", surrogate: "model_key", scope: inferred("model")),
    MartTable("dim_chip", key: "chip_id", "valid_from", surrogate: "chip_key", scope: inferred("chip")),
    MartTable("dim_product", key: "product_id", "valid_from", surrogate: "product_key", scope: inferred("product")),
    MartTable("dim_person", key: "person_id", "valid_from", surrogate: "person_key", scope: inferred("person")),
    MartTable(
      "dim_source", key: "source_id", surrogate: "source_key",
      scope: """
        t.source_key in (select source_key from touched_source)
        and not exists (select from mart.dim_article a where a.source_key = t.source_key)
        """),
    MartTable("dim_article", key: "article_id", surrogate: "article_key", scope: articles),
  ]

  static let facts = [
    MartTable("fact_deal", key: "deal_key", scope: deals),
    MartTable(
      "bridge_deal_deal", key: "deal_key", "relation", "other_deal_key",
      scope: "\(deals) or t.deal_key in (select deal_key from deal_patch)"),
    MartTable("bridge_deal_company", key: "deal_key", "role_key", "company_id", scope: deals),
    MartTable("bridge_deal_chip", key: "deal_key", "chip_id", scope: deals),
    MartTable("bridge_deal_model", key: "deal_key", "model_id", scope: deals),
    MartTable("bridge_deal_product", key: "deal_key", "product_id", scope: deals),
    MartTable("fact_deal_claim", key: "article_key", "claim_index", scope: deals),
    MartTable(
      "fact_claim_value", key: "deal_claim_key", "value_index",
      scope: "t.deal_claim_key in (select deal_claim_key from mart.fact_deal_claim join touched_deal using (deal_key))"),
    MartTable(
      "fact_deal_conflict", key: "deal_key", "conflict_index",
      scope: "\(deals) or t.deal_key in (select deal_key from deal_patch)"),
    MartTable("fact_deal_history", key: "deal_key", "change_index", scope: deals),
    MartTable(
      "fact_mention", key: "article_key", "entity_type", "entity_id",
      scope: "t.article_key in (select a.article_key from staging.touched_article join mart.dim_article a using (article_id))"),
    MartTable(
      "fact_metric", key: "metric_id",
      scope: "exists (select from touched_figure f where f.kind = 0 and f.figure_id = t.metric_id)"),
    MartTable(
      "fact_metric_claim", key: "article_key", "metric_index",
      scope: """
        t.metric_key in (
          select m.metric_key from touched_figure f join mart.fact_metric m on m.metric_id = f.figure_id where f.kind = 0)
        """),
    MartTable(
      "fact_model_relation", key: "model_relation_id",
      scope: "exists (select from touched_figure f where f.kind = 1 and f.figure_id = t.model_relation_id)"),
    MartTable(
      "fact_model_relation_claim", key: "article_key", "fact_index",
      scope: """
        t.model_relation_key in (
          select r.model_relation_key
          from touched_figure f
          join mart.fact_model_relation r on r.model_relation_id = f.figure_id
          where f.kind = 1)
        """),
    MartTable(
      "fact_exchange_rate", key: "currency_key", "rate_date_key", "basis",
      scope: "t.rate_date_key in (select ops.date_key(rate_day) from touched_rate_day)"),
  ]
}
