internal import Facts

/// A claim with all that its article adds to it, as the bytes that a `ClaimSpool` keeps.
extension ToldClaim {
  /// Without what the article says of all its claims: key, place, date.
  var record: [UInt8] {
    var record = RecordWriter()
    record.optional(speaker) { $0.text($1) }
    record.byte(isOwn ? 1 : 0)
    record.list(valuations) { $0.money($1) }
    record.claim(claim)
    return record.bytes
  }

  init(record bytes: [UInt8], reference: ClaimReference, publishedOn: PartialDate?, representative: String) throws(RecordError) {
    do {
      var record = RecordReader(bytes)
      let speaker = try record.optional { try $0.text() }
      let isOwn = try record.byte() == 1
      let valuations = try record.list { try $0.money() }
      self.init(
        reference: reference, claim: try record.claim(), publishedOn: publishedOn, speaker: speaker, isOwn: isOwn, valuations: valuations,
        representative: representative)
    } catch { throw RecordError() }
  }
}

extension RecordWriter {
  mutating func money(_ money: Money) {
    decimal(money.value)
    text(money.currency)
    choice(money.qualifier, of: qualifiers)
    optional(money.lower) { $0.decimal($1) }
    optional(money.upper) { $0.decimal($1) }
    optional(money.period) { $0.text($1) }
    optional(money.cumulative) { $0.byte($1 ? 1 : 0) }
  }

  mutating func date(_ date: PartialDate) {
    for part in [date.year, date.month, date.day] { optional(part) { $0.number($1) } }
  }

  mutating func evidence(_ evidence: Evidence) {
    number(evidence.start)
    number(evidence.end)
    text(evidence.text)
    text(evidence.rule)
    byte(evidence.part == .title ? 1 : 0)
  }

  mutating func claim(_ claim: DealClaim) {
    choice(claim.type, of: dealTypes)
    choice(claim.status, of: dealStatuses)
    byte(claim.main ? 1 : 0)
    list(claim.parties) {
      $0.text($1.company)
      $0.choice($1.role, of: roles)
      $0.optional($1.sharePercent) { $0.decimal($1) }
    }
    optional(claim.amount) { $0.money($1) }
    optional(claim.restated) { $0.list($1) { $0.money($1) } }
    optional(claim.stakePercent) { $0.decimal($1) }
    optional(claim.round) { $0.text($1) }
    optional(claim.durationMonths) { $0.number($1) }
    for date in [claim.announcedOn, claim.startsOn, claim.endsOn] { optional(date) { $0.date($1) } }
    optional(claim.capacity) {
      $0.list($1) {
        $0.decimal($1.value)
        $0.text($1.unit)
        $0.optional($1.qualifier) { $0.choice($1, of: qualifiers) }
      }
    }
    for names in [claim.chips, claim.models, claim.products] { list(names) { $0.text($1) } }
    optional(claim.nature) { $0.choice($1, of: dealNatures) }
    optional(claim.partOf) { $0.number($1) }
    optional(claim.attributedTo) { $0.text($1) }
    optional(claim.slip) { $0.byte($1 ? 1 : 0) }
    number(claim.confidence.thousandths)
    list(claim.evidence) { $0.evidence($1) }
    optional(claim.values) {
      $0.list($1) {
        $0.choice($1.attribute, of: dealAttributes)
        $0.text($1.value)
        $0.number($1.confidence.thousandths)
        $0.evidence($1.evidence)
      }
    }
  }
}

extension RecordReader {
  mutating func money() throws -> Money {
    Money(
      value: try decimal(), currency: try text(), qualifier: try choice(of: qualifiers), lower: try optional { try $0.decimal() },
      upper: try optional { try $0.decimal() }, period: try optional { try $0.text() }, cumulative: try optional { try $0.byte() == 1 })
  }

  mutating func date() throws -> PartialDate {
    PartialDate(year: try optional { try $0.number() }, month: try optional { try $0.number() }, day: try optional { try $0.number() })
  }

  mutating func evidence() throws -> Evidence {
    Evidence(
      span: ScalarSpan(try number(), try number()), text: try text(), rule: try text(), part: try byte() == 1 ? .title : nil)
  }

  mutating func claim() throws -> DealClaim {
    var claim = DealClaim(
      type: try choice(of: dealTypes), status: try choice(of: dealStatuses), main: try byte() == 1,
      parties: try list {
        Party(company: try $0.text(), role: try $0.choice(of: roles), sharePercent: try $0.optional { try $0.decimal() })
      }, confidence: Confidence(thousandths: 0), evidence: [])
    claim.amount = try optional { try $0.money() }
    claim.restated = try optional { try $0.list { try $0.money() } }
    claim.stakePercent = try optional { try $0.decimal() }
    claim.round = try optional { try $0.text() }
    claim.durationMonths = try optional { try $0.number() }
    claim.announcedOn = try optional { try $0.date() }
    claim.startsOn = try optional { try $0.date() }
    claim.endsOn = try optional { try $0.date() }
    claim.capacity = try optional {
      try $0.list {
        Capacity(value: try $0.decimal(), unit: try $0.text(), qualifier: try $0.optional { try $0.choice(of: qualifiers) })
      }
    }
    claim.chips = try list { try $0.text() }
    claim.models = try list { try $0.text() }
    claim.products = try list { try $0.text() }
    claim.nature = try optional { try $0.choice(of: dealNatures) }
    claim.partOf = try optional { try $0.number() }
    claim.attributedTo = try optional { try $0.text() }
    claim.slip = try optional { try $0.byte() == 1 }
    claim.confidence = Confidence(thousandths: try number())
    claim.evidence = try list { try $0.evidence() }
    claim.values = try optional {
      try $0.list {
        ClaimValue(
          attribute: try $0.choice(of: dealAttributes), value: try $0.text(), confidence: Confidence(thousandths: try $0.number()),
          evidence: try $0.evidence())
      }
    }
    return claim
  }
}
