import Foundation
import PostgreSQL
import TestCluster
import Testing

/// What a run over the five first articles must show. They lie beside the package and are no part of it, so that a clone
/// elsewhere skips this.
@Suite struct SeedTests {
  private static let seeds = packagePath("../shared/seeds")

  private static var areThere: Bool { FileManager.default.fileExists(atPath: seeds) }

  /// One run, asked many things.
  private static let warehouse = Result {
    let database = try TestDatabase()
    let process = try KawarabanProcess(["run", seeds, "--database", database.url, "--format", "json"])
    guard process.status == 0 else { throw RunFailed(errors: process.errors) }
    return database
  }

  private struct RunFailed: Error { let errors: String }

  private func count(_ query: String) throws -> String {
    let connection = try Connection(Self.warehouse.get().url)
    let result = try connection.query("select count(*)::text from (\(query)) rows")
    return try result.text(0, 0)
  }

  @Test(
    "The deals and figures of the first articles are there, each once",
    .enabled(if: areThere, "needs ../shared/seeds beside the package"),
    arguments: [
      (
        "OpenAI and AWS, once, from three sources, with chips, product and the restated yen",
        """
        select 1 from mart.deals where type = 'cloud_compute' and companies like '%OpenAI%' and companies like '%Amazon%'
          and amount = 38000000000 and currency = 'USD' and duration_months = 84 and independent_sources = 3
          and restated like '%5800000000000%' and chips like '%GB200%' and chips like '%GB300%' and products like '%UltraServers%'
        """, "1"
      ),
      ("no second one", "select 1 from mart.deals where type = 'cloud_compute' and companies like '%OpenAI%' and companies like '%Amazon%'", "1"),
      (
        "the guess at a stake of AWS stays a guess",
        "select 1 from mart.deals where type = 'equity_investment' and companies like '%Amazon%' and status = 'speculated' and not is_confirmed", "1"
      ),
      (
        "and is confirmed nowhere",
        """
        select 1 from mart.deal_parties where type = 'equity_investment' and company like 'Amazon%' and role = 'investor'
          and status_class = 'confirmed'
        """, "0"
      ),
      (
        "Microsoft's cumulative 13 billion and its 27 % are two rows, neither added to the other",
        """
        select 1 from mart.deals where type = 'equity_investment' and companies like '%Microsoft%'
          and ((amount = 13000000000 and stake_percent is null) or (amount is null and stake_percent = 27))
        """, "2"
      ),
      ("the seven-year licence", "select 1 from mart.deals where type = 'license' and companies like '%Microsoft%' and duration_months = 84", "1"),
      (
        "Baichuan's 300 million with three investors",
        """
        select 1 from mart.deals where amount = 300000000 and companies like '%Alibaba%' and companies like '%Tencent%'
          and companies like '%Xiaomi%' and companies like '%Baichuan%'
        """, "1"
      ),
      (
        "Ascend for DeepSeek R2 is a plan",
        """
        select 1 from mart.fact_model_relation r join mart.dim_deal_status s using (deal_status_key)
          where r.subject_id = 'deepseek-r2' and r.object_id = 'ascend' and s.deal_status_id = 'planned'
        """, "1"
      ),
      (
        "the market figures",
        """
        select 1 from mart.metrics where subject_id = 'CN' and (measure, value, unit) in
          (('model_count', 1509, 'count'), ('market_share', 40.2, 'percent'), ('market_size', 700000000000, 'CNY'), ('growth_rate', 20, 'percent'))
        """, "4"
      ),
      (
        "the models with their makers",
        """
        select distinct r.subject_id from mart.fact_model_relation r join mart.dim_relation d using (relation_key)
          where d.relation_id = 'developed_by' and (r.subject_id, r.object_id) in (('deepseek-r1', 'deepseek'), ('qwen', 'alibaba'),
            ('kimi-k1-5', 'moonshot-ai'), ('doubao-1-5-pro', 'bytedance'), ('glm-4-5', 'zhipu-ai'))
        """, "5"
      ),
      (
        "ERNIE Bot, a product, with its vendor",
        "select 1 from mart.dim_product p join mart.fact_mention m using (product_key) where p.product_id = 'ernie-bot' and p.vendor_id = 'baidu'", "1"
      ),
    ])
  func shows(what: String, query: String, rows: String) throws {
    #expect(try count(query) == rows, "\(what)")
  }
}
