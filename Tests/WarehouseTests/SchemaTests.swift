import Facts
import PostgreSQL
import TestCluster
import Testing
import Warehouse

@Suite struct SchemaTests {
  @Test(arguments: [
    ("deal_type", DealType.allCases.map(\.rawValue)), ("deal_status", DealStatus.allCases.map(\.rawValue)),
    ("role", Role.allCases.map(\.rawValue)), ("measure", Measure.allCases.map(\.rawValue)),
    ("relation", ModelRelation.allCases.map(\.rawValue)),
  ])
  func everyWordOfTheVocabularyHasItsMember(dimension: String, words: [String]) throws {
    let connection = try Connection(try TestDatabase().url)
    let rows = try connection.query("select \(dimension)_id from mart.dim_\(dimension) where \(dimension)_key > 0")
    let members = try (0..<rows.rowCount).map { try rows.text($0, 0) }
    #expect(members.sorted() == words.sorted())
  }

  @Test func classesOfStatusAreThoseOfTheVocabulary() throws {
    let connection = try Connection(try TestDatabase().url)
    for status in DealStatus.allCases {
      let stored = try connection.query(
        "select status_class from mart.dim_deal_status where deal_status_id = $1", [.text(status.rawValue)]).text(0, 0)
      #expect(stored == status.statusClass.rawValue)
    }
  }

  @Test func everythingAnAnalystSeesIsCommented() throws {
    let job = Job(url: try TestDatabase().url)
    #expect(
      try job.count(
        """
        select count(*)
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('mart', 'raw', 'ops', 'staging')
          and c.relkind in ('r', 'v')
          and obj_description(c.oid, 'pg_class') is null
        """) == 0)
    #expect(
      try job.count(
        """
        select count(*)
        from pg_attribute a
        join pg_class c on c.oid = a.attrelid
        join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('mart', 'raw', 'ops')
          and c.relkind = 'r'
          and a.attnum > 0
          and not a.attisdropped
          and col_description(c.oid, a.attnum) is null
        """) == 0)
    // A fact's comment opens with its grain: “One …”.
    #expect(
      try job.count(
        """
        select count(*)
        from pg_class c
        where c.relnamespace = 'mart'::regnamespace
          and c.relkind = 'r'
          and c.relname ~ '^(fact|bridge)_'
          and obj_description(c.oid, 'pg_class') !~ '^One '
        """) == 0)
  }

  @Test func everyKeyColumnOfAFactIsAForeignKey() throws {
    let job = Job(url: try TestDatabase().url)
    #expect(
      try job.text(
        """
        select coalesce(string_agg(c.relname || '.' || a.attname, ', ' order by 1), '')
        from pg_attribute a
        join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'mart'::regnamespace
          and c.relkind = 'r'
          and c.relname ~ '^(fact|bridge)_'
          and a.attname ~ '_key$'
          and a.attnum > 0
          and not exists (select from pg_constraint f where f.conrelid = c.oid and f.contype in ('f', 'p') and a.attnum = any(f.conkey))
        """) == "")
  }

  @Test func partialDatesKeepTheirPrecision() throws {
    let job = Job(url: try TestDatabase().url)
    var monthly = Samples.deal("1000000000")
    monthly.announcedOn = PartialDate("2025-11")
    var unknown = Samples.deal("2000000000")
    unknown.announcedOn = PartialDate("XXXX-11-03")
    try job.load([[Samples.article("m", deals: [monthly, unknown])]])
    #expect(
      try job.text("select announced_on || ' ' || announced_earliest || ' ' || announced_latest from mart.deals where amount = 1000000000")
        == "2025-11 2025-11-01 2025-11-30")
    #expect(
      try job.text("select announced_on || coalesce(announced_earliest::text, ' no day') from mart.deals where amount = 2000000000")
        == "XXXX-11-03 no day")
    #expect(try job.count("select announced_date_key from mart.fact_deal where amount = 2000000000") == -1)
  }

  @Test func theViewsAnswerInPlainWords() throws {
    let job = Job(url: try TestDatabase().url)
    try job.load([[Samples.article("v")]])
    #expect(
      try job.text("select concat_ws('|', type, status, is_confirmed, sellers, buyers, amount, currency, chips) from mart.deals")
        == "cloud_compute|signed|t|Kumo Cloud|Sora AI|38000000000|USD|K100")
    #expect(
      try job.text("select string_agg(concat_ws('|', role, company, group_name, share_usd), ' ' order by role) from mart.deal_parties")
        == "customer|Sora AI|Sora AI|38000000000 provider|Kumo Cloud|Kumo Group|38000000000")
    #expect(
      try job.text("select concat_ws('|', model, developer, chip, vendor, relation) from mart.model_chip_matrix")
        == "Sora-1|Sora AI|K100|Kumo Cloud|trained_on")
    #expect(try job.text("select concat_ws('|', subject, measure, value, unit) from mart.metrics") == "China|model_count|1509|count")
    #expect(try job.count("select count(*) from mart.deal_network where company_a = 'kumo' and company_b = 'sora'") == 1)
    #expect(try job.count("select count(*) from mart.deal_timeline where attribute = 'amount' and new_value = '38000000000 USD'") == 1)
    #expect(try job.count("select deals from mart.company_exposure where company_id = 'kumo' and status_class = 'confirmed'") == 1)
    #expect(try job.count("select articles_with_deals from mart.coverage where publisher = 'Example News'") == 1)
  }

  @Test func aReaderSeesTheMartAloneAndWritesNothing() throws {
    let database = try TestDatabase()
    try Job(url: database.url).load([[Samples.article("v")]])
    let reader = try Connection(try database.url(as: "kawaraban_reader"))
    let deals = try reader.query("select count(*) from mart.deals where announced_earliest is null").integer(0, 0)
    #expect(deals == 1)
    for forbidden in [
      "delete from mart.fact_deal", "insert into mart.deal_redirect values (1, 1)", "select 1 from raw.article",
      "select 1 from ops.run", "create table mart.mine (k integer)", "select 1 from staging.deal",
    ] {
      #expect(throws: PostgreSQLError.self, "\(forbidden)") { try reader.execute(forbidden) }
    }
  }

  @Test func theFirstBuildPutsBackEveryIndexAndKey() throws {
    let job = Job(url: try TestDatabase().url)
    let parts = """
      select string_agg(part, E'\\n' order by part)
      from (
        select pg_get_indexdef(indexrelid) as part
        from pg_index
        join pg_class c on c.oid = indrelid
        where c.relnamespace = 'mart'::regnamespace
        union all
        select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated
        from pg_constraint
        where connamespace = 'mart'::regnamespace
      ) parts
      """
    let before = try job.text(parts)
    try job.load([PromiseTests.articles])
    #expect(try job.text(parts) == before)
    #expect(try job.count("select count(*) from ops.first_build") == 0)
    // It is for an empty mart alone.
    #expect(try !Connection(job.url).query("select ops.begin_first_build()").bool(0, 0))
  }
}
