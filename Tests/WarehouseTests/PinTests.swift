import Facts
import PostgreSQL
import TestCluster
import Testing
import Warehouse

@Suite struct PinTests {
  private static let byEvidence = Pin(
    selector: .evidence(article: "https://news.example/a", quote: "380億ドルの契約"), attribute: "amount",
    value: "37000000000 USD", author: "hana", reason: "press release of 4 November")

  @Test func aPinOverridesAndSurvivesABackfill() throws {
    let job = Job(url: try TestDatabase().url)
    try job.load([[Samples.article("a")]])
    let connection = try Connection(job.url)
    let unpinned = try job.fingerprint()
    let id = try Pins().add(Self.byEvidence, connection)
    try job.load([])
    #expect(try job.text("select amount::text || ' ' || amount_usd::text from mart.deals") == "37000000000 37000000000")
    #expect(try job.text("select pinned from mart.fact_deal") == "amount (hana: press release of 4 November)")
    #expect(try job.fingerprint() != unpinned)
    let newRules = ExtractorVersion(version: "2", catalog: "c1", rules: "r1")
    try job.load([[Samples.article("a", deals: [Samples.deal("39000000000")], extractor: newRules)]], .replace)
    #expect(try job.text("select amount::text from mart.deals") == "37000000000")
    let kept = try Pins().list(connection)
    #expect(kept.map(\.pin) == [Self.byEvidence])
    #expect(kept[0].deals == 1)
    let removed = try Pins().remove(id, author: "ken", connection)
    #expect(removed)
    try job.load([])
    #expect(try job.text("select amount::text from mart.deals") == "39000000000")
    let again = try Pins().remove(id, author: "ken", connection)
    #expect(!again)
  }

  @Test(arguments: [
    ("status", "denied", "select status from mart.deals", "denied"),
    ("duration_months", "84", "select duration_months::text from mart.deals", "84"),
    ("announced_on", "2025-11", "select announced_on from mart.deals", "2025-11"),
    ("stake_percent", "27.5", "select stake_percent::text from mart.deals", "27.5"),
  ])
  func everyPinnableAttributeIsShown(attribute: String, value: String, query: String, shown: String) throws {
    let job = Job(url: try TestDatabase().url)
    try job.load([[Samples.article("a")]])
    try Pins().add(
      Pin(
        selector: .parties(companies: ["sora", "kumo"], type: "cloud_compute", announcedOn: nil), attribute: attribute,
        value: value, author: "hana", reason: "call"), Connection(job.url))
    try job.load([])
    #expect(try job.text(query) == shown)
  }

  @Test(arguments: [1, 3])
  func aPinThatMatchesNoneOrSeveralChangesNothingAndFailsTheCheck(company: Int) throws {
    let job = Job(url: try TestDatabase().url)
    try job.load([[Samples.article("a", deals: [Samples.deal("1"), Samples.deal("2")])]])
    let connection = try Connection(job.url)
    try Pins().add(
      Pin(
        selector: .parties(companies: [company == 1 ? "nobody" : "sora"], type: "cloud_compute", announcedOn: nil),
        attribute: "status", value: "denied", author: "hana", reason: "call"), connection)
    try job.load([])
    #expect(try job.count("select count(*) from mart.deals where status = 'denied'") == 0)
    let result = try #require(try Checks().run(connection, run: nil).first { $0.check.name == "pins_match" })
    #expect(result.offenders == 1)
  }

  @Test(arguments: [("amount", "many dollars"), ("status", "certain"), ("colour", "red"), ("announced_on", "soon"), ("amount", "5 dollars")])
  func whatIsNoValueIsRefused(attribute: String, value: String) throws {
    let connection = try Connection(try TestDatabase().url)
    var pin = Self.byEvidence
    pin.attribute = attribute
    pin.value = value
    #expect { try Pins().add(pin, connection) } throws: { error in
      (error as? WarehouseError)?.kind == .input
    }
  }

  @Test func aCuratorMayPinAndNothingElse() throws {
    let database = try TestDatabase()
    let curator = try Connection(try database.url(as: "kawaraban_curator"))
    try Pins().add(Self.byEvidence, curator)
    let kept = try Pins().list(curator)
    #expect(kept.count == 1)
    for forbidden in ["delete from ops.pin", "update mart.fact_deal set amount = 0", "select 1 from raw.article"] {
      #expect(throws: PostgreSQLError.self, "\(forbidden)") { try curator.execute(forbidden) }
    }
  }
}
