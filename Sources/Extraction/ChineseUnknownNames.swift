import Catalog
import Facts
import Language

/// Finds Chinese companies that nobody listed by their form: two characters and a trade (`青岚|智能`, `澄海|云`), where the
/// text around says company: a noun of apposition or a word of dealing before it, or a word of telling behind it.
struct ChineseUnknownNames {
  let rules: RuleSet
  let catalog: Catalog

  /// The document with the names that nobody listed, and with products that deal like companies as companies.
  func linked(_ document: LinkedDocument) -> LinkedDocument {
    let slots = ChineseSlotNames(document, rules: rules, catalog: catalog)
    let more = document.adding(mentions(in: document, slots))
    let companies = slots.companies()
    guard !companies.isEmpty else { return more }
    return more.replacing(
      more.mentions.map { mention in
        guard mention.type == .product, companies.contains(mention.id) else { return mention }
        var company = mention
        company.type = .company
        if !mention.id.hasPrefix("new:") { company.id = "new:" + mention.name }
        return company
      })
  }

  private func mentions(in document: LinkedDocument, _ slots: ChineseSlotNames) -> [Mention] {
    var names: Set<String> = []
    let scalars = Array(document.folded.originalText(Span(0, document.folded.original.count)).unicodeScalars)
    var offsets: [Int] = []
    var offset = 0
    for scalar in scalars {
      offsets.append(offset)
      offset += scalar.utf8.count
    }
    offsets.append(offset)
    // The trades by their first scalar, for one look at each place.
    var endings: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
    for ending in rules.words["zh_trade_endings"].sorted() {
      let scalars = Array(ending.unicodeScalars)
      if let first = scalars.first { endings[first, default: []].append(scalars) }
    }
    var opens = [Bool](repeating: false, count: 0x10000)
    for first in endings.keys where first.value < 0x10000 { opens[Int(first.value)] = true }
    var places: [(name: String, span: Span, isIntroduced: Bool)] = []
    for start in scalars.indices.dropLast(2) where scalars[start + 2].value < 0x10000 && opens[Int(scalars[start + 2].value)] && isHanzi(scalars[start]) && isHanzi(scalars[start + 1]) {
      for ending in endings[scalars[start + 2]] ?? [] where start + 2 + ending.count <= scalars.count {
        let end = start + 2 + ending.count
        guard scalars[(start + 2)..<end].elementsEqual(ending) else { continue }
        let name = String(String.UnicodeScalarView(scalars[start..<end]))
        let head = String(String.UnicodeScalarView(scalars[start..<(start + 2)]))
        guard !rules.words["zh_not_names"].contains(name), !rules.words["zh_common_heads"].contains(head), !catalog.isCommonPair(head) else { continue }
        // 刘震云: a surname and two characters are a person's before a firm's of one trade's character.
        if ending.count == 1, catalog.isShapedLikeChinesePerson(name) { continue }
        let span = Span(offsets[start], offsets[end])
        guard document.mentions(touching: span).isEmpty else { continue }
        // 创业公司——青岚智能
        var edge = start
        while edge > 0, scalars[edge - 1] == "-" || scalars[edge - 1] == "—" || scalars[edge - 1] == " " || scalars[edge - 1] == "*" { edge -= 1 }
        let before = String(String.UnicodeScalarView(scalars[max(0, edge - 4)..<edge]))
        let behind = String(String.UnicodeScalarView(scalars[end..<min(scalars.count, end + 3)]))
        let isIntroduced =
          rules.words["zh_before_names"].contains { before.hasSuffix($0) }
          || (isOpening(scalars, start) && rules.words["zh_behind_names"].contains { behind.hasPrefix($0) })
        places.append((name, span, isIntroduced))
        if isIntroduced { names.insert(name) }
      }
    }
    var found: [Mention] = slotNames(document, slots)
    for place in places where names.contains(place.name) && !found.contains(where: { $0.span.overlaps(place.span) }) {
      found.append(
        Mention(
          type: .company, id: "new:" + place.name, name: place.name, span: place.span, folded: document.folded.folded(place.span),
          isDiscovered: true, confidence: Confidence(thousandths: 620), reason: "two characters and a trade"))
    }
    return found
  }

  /// Names that the slots of deals tell, wherever the article writes them.
  private func slotNames(_ document: LinkedDocument, _ slots: ChineseSlotNames) -> [Mention] {
    let bytes = document.folded.original
    let spans = slots.spans()
    var found: [Mention] = []
    var seen: Set<[UInt8]> = []
    func link(_ span: Span) {
      guard document.mentions(touching: span).isEmpty, !found.contains(where: { $0.span.overlaps(span) }) else { return }
      let name = document.folded.originalText(span)
      // 海川 where the article tells of 海川资本 elsewhere.
      let whole = (document.mentions + found).first { $0.type == .company && $0.span.count > span.count && $0.span.count <= span.count + 12 && bytes[$0.span.start..<($0.span.start + span.count)].elementsEqual(bytes[span.range]) }
      found.append(
        Mention(
          type: .company, id: whole?.id ?? "new:" + name, name: name, span: span, folded: document.folded.folded(span), isDiscovered: true,
          confidence: Confidence(thousandths: 640), reason: "slot of a deal"))
    }
    for span in spans.sorted(by: { ($0.count, $1.start) > ($1.count, $0.start) }) {
      link(span)
      let name = Array(bytes[span.range])
      // Two characters may stand in a longer word.
      guard name.count > 6, seen.insert(name).inserted else { continue }
      var offset = 0
      while offset + name.count <= bytes.count {
        guard bytes[offset] == name[0], bytes[offset..<(offset + name.count)].elementsEqual(name) else {
          offset += 1
          continue
        }
        let place = Span(offset, offset + name.count)
        offset += name.count
        if isWhole(place, bytes) { link(place) }
      }
    }
    return found
  }

  /// No Latin word goes on over the ends of the name.
  private func isWhole(_ span: Span, _ bytes: [UInt8]) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
    if span.start > 0, isLetter(bytes[span.start - 1]), isLetter(bytes[span.start]) { return false }
    return span.end >= bytes.count || !isLetter(bytes[span.end]) || !isLetter(bytes[span.end - 1])
  }

  private func isHanzi(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

  /// Nothing of a word stands before: a line, a sentence, a bracket or a date begins it.
  private func isOpening(_ scalars: [Unicode.Scalar], _ start: Int) -> Bool {
    start == 0 || !isHanzi(scalars[start - 1])
  }
}
