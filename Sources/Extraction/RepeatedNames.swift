import Catalog
import Facts
import Language
import Quantities

/// Finds the other places of names that a deal's slot discovered, so that the whole article knows them.
///
/// 「ホシゾラAIが…を買収」 makes a company of `ホシゾラAI`; a second reading sees it in every sentence that writes it.
struct RepeatedNames {
  /// The document with the names' other places as mentions; `nil` where there are none.
  func linked(_ claims: [RawClaim], _ document: LinkedDocument) -> LinkedDocument? {
    var names: [String: PartyReference] = [:]
    for party in claims.filter({ !$0.isPartial }).flatMap({ $0.parties.map(\.reference) }) where party.isUnknown && party.company.utf8.count >= 4 + 7 {
      names[party.company] = party
    }
    guard !names.isEmpty else { return nil }
    let bytes = document.folded.original
    var found: [Mention] = []
    for id in names.keys.sorted() {
      let name = Array(id.utf8.dropFirst(4))
      var offset = 0
      while offset + name.count <= bytes.count {
        guard bytes[offset] == name[0], bytes[offset..<(offset + name.count)].elementsEqual(name) else {
          offset += 1
          continue
        }
        let span = Span(offset, offset + name.count)
        offset += name.count
        guard isWhole(bytes, span), document.mentions(touching: span).isEmpty, !found.contains(where: { $0.span.overlaps(span) }) else { continue }
        found.append(
          Mention(
            type: .company, id: id, name: String(id.dropFirst(4)), span: span, folded: document.folded.folded(span), isDiscovered: true,
            confidence: Confidence(thousandths: 650), reason: "slot of a deal"))
      }
    }
    guard !found.isEmpty else { return nil }
    return document.adding(found)
  }

  /// No run of katakana, kanji or Latin letters goes on over the ends of the name.
  private func isWhole(_ bytes: [UInt8], _ span: Span) -> Bool {
    func script(_ scalar: UInt32) -> Int {
      switch scalar {
      case 0x30A1...0x30FF: 1
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39: 2
      case 0x4E00...0x9FFF: 3
      default: 0
      }
    }
    if span.start > 0 {
      var before = span.start - 1
      while before > 0, bytes[before] & 0xC0 == 0x80 { before -= 1 }
      let outside = script(decodeScalar(bytes, at: before).scalar)
      if outside != 0, outside != 3, outside == script(decodeScalar(bytes, at: span.start).scalar) { return false }
    }
    if span.end < bytes.count {
      var last = span.end - 1
      while last > span.start, bytes[last] & 0xC0 == 0x80 { last -= 1 }
      let outside = script(decodeScalar(bytes, at: span.end).scalar)
      if outside != 0, outside != 3, outside == script(decodeScalar(bytes, at: last).scalar) { return false }
    }
    return true
  }
}

extension LinkedDocument {
  /// Mentions that share a byte with `span`.
  func mentions(touching span: Span) -> [Mention] {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
    }
    var result: [Mention] = []
    while low < mentions.count, mentions[low].span.start < span.end {
      result.append(mentions[low])
      low += 1
    }
    return result
  }

  func adding(_ more: [Mention]) -> LinkedDocument { replacing((mentions + more).sorted { $0.span < $1.span }) }

  /// The same text with its figures read anew.
  func measuring(_ quantities: [Quantity]) -> LinkedDocument {
    LinkedDocument(text: text, language: language, folded: folded, sentences: sentences, mentions: mentions, quantities: quantities)
  }

  /// The same text with other mentions, in the order of the text.
  func replacing(_ mentions: [Mention]) -> LinkedDocument {
    LinkedDocument(text: text, language: language, folded: folded, sentences: sentences, mentions: mentions, quantities: quantities)
  }
}
