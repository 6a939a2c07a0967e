import Facts
import PostgreSQL
import TestCluster
import Testing
import Warehouse

@Suite struct DimensionTests {
  private static func changed() -> DimensionRows {
    var rows = Samples.dimensions
    rows.changes = [
      DimensionRows.Change(type: .company, id: "kumo", attribute: "name_en", value: "Nimbus Hosting", from: nil),
      DimensionRows.Change(type: .company, id: "kumo", attribute: "name_en", value: "Kumo Cloud", from: PartialDate("2025-10-01")),
      DimensionRows.Change(type: .company, id: "kumo", attribute: "parent_id", value: "kumo-group", from: PartialDate("2025-12-01")),
    ]
    return rows
  }

  @Test func datedChangesMakeVersionsAndFactsPointToTheOneOfTheirDay() throws {
    var job = Job(url: try TestDatabase().url)
    job.dimensions = Self.changed()
    var early = Samples.deal("1000000000")
    early.announcedOn = PartialDate("2025-09-30")
    var late = Samples.deal("2000000000")
    late.announcedOn = PartialDate("2025-10-01")
    try job.load([[Samples.article("s", deals: [early, late])]])
    #expect(
      try job.text(
        """
        select string_agg(concat_ws(' ', valid_from, valid_to, name_en, coalesce(parent_id, 'no parent'), is_current), '; ' order by valid_from)
        from mart.dim_company where company_id = 'kumo'
        """)
        == "-infinity 2025-10-01 Nimbus Hosting no parent f; 2025-10-01 2025-12-01 Kumo Cloud no parent f; 2025-12-01 infinity Kumo Cloud kumo-group t")
    #expect(
      try job.text("select string_agg(company_then, ', ' order by share_usd) from mart.deal_parties where role = 'provider'")
        == "Nimbus Hosting, Kumo Cloud")
    #expect(try job.count("select count(*) from mart.deal_parties where role = 'provider' and company = 'Kumo Cloud'") == 2)
  }

  @Test func theOrderOfChangesDoesNotMatterAndTakingThemBackRestores() throws {
    var plain = Job(url: try TestDatabase().url)
    try plain.load([[Samples.article("s")]])
    let before = try plain.fingerprint()
    var prints: Set<String> = []
    for reversed in [false, true] {
      var rows = Self.changed()
      if reversed { rows.changes.reverse() }
      plain.dimensions = rows
      try plain.load([])
      prints.insert(try plain.fingerprint())
    }
    #expect(prints.count == 1)
    #expect(!prints.contains(before))
    plain.dimensions = Samples.dimensions
    try plain.load([])
    #expect(try plain.fingerprint() == before)
  }

  @Test func overlappingVersionsAreImpossible() throws {
    let connection = try Connection(try TestDatabase().url)
    let insert = """
      insert into mart.dim_source (source_id, name) values ('x', 'x');
      insert into mart.dim_company (
        company_id, valid_from, valid_to, is_current, name_en, name_ja, name_zh, kind, region_key, is_discovered, is_inferred
      ) values
        ('a', '-infinity', '2025-01-02', false, 'a', 'a', 'a', '', -1, false, false),
        ('a', '2025-01-01', 'infinity', true, 'a', 'a', 'a', '', -1, false, false)
      """
    #expect { try connection.run(script: insert) } throws: { error in
      (error as? PostgreSQLError)?.constraint == "dim_company_no_overlap"
    }
  }

  @Test func anInferredMemberIsCompletedInPlace() throws {
    var job = Job(url: try TestDatabase().url)
    try job.load([[Samples.article("s", deals: [Samples.deal(provider: "hoshi")])]])
    #expect(try job.text("select name_en from mart.dim_company where company_id = 'hoshi' and is_inferred") == "hoshi")
    let key = try job.count("select company_key from mart.dim_company where company_id = 'hoshi'")
    job.dimensions.companies.append(DimensionRows.Company(id: "hoshi", nameEN: "Hoshi Systems", country: "JP"))
    try job.load([])
    #expect(try job.text("select name_en from mart.dim_company where company_id = 'hoshi' and not is_inferred") == "Hoshi Systems")
    #expect(try job.count("select company_key from mart.dim_company where company_id = 'hoshi'") == key)
  }

  @Test func aDiscoveredEntityKeepsItsSurfaceAndARenameMovesItsClaims() throws {
    var job = Job(url: try TestDatabase().url)
    try job.load([[Samples.article("s", deals: [Samples.deal(provider: "new:ハル電力")])]])
    #expect(
      try job.text("select name_ja from mart.dim_company where company_id = 'new:ハル電力' and is_discovered and is_inferred") == "ハル電力")
    job.dimensions.companies.append(DimensionRows.Company(id: "haru", nameEN: "Haru Power", nameJA: "ハル電力"))
    job.dimensions.renames = [DimensionRows.Rename(from: "new:ハル電力", to: "haru")]
    try job.load([])
    #expect(try job.count("select count(*) from mart.dim_company where company_id like 'new:%'") == 0)
    #expect(try job.text("select sellers from mart.deals") == "Haru Power")
    #expect(try job.count("select count(*) from mart.fact_mention where entity_id = 'haru'") == 1)
  }

  @Test func unknownCurrenciesUnitsAndCountriesGetMembers() throws {
    let job = Job(url: try TestDatabase().url)
    var claim = Samples.deal()
    claim.amount = Money(value: ExactDecimal(5), currency: "XAU")
    try job.load([[Samples.article("s", deals: [claim])]])
    #expect(try job.text("select currency from mart.deals") == "XAU")
  }
}
