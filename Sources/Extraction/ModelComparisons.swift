import Facts
import Language

/// Which model the text sets against which, in English and Chinese: the one before the relating word and the one behind it.
///
/// `o3 outperforms DeepSeek R1` → o3 outperforms deepseek-r1; `Kimi K2 超越 GPT-4o` likewise; a list behind the word makes
/// several facts; `outperformed by` turns around.
struct ModelComparisons {
  let base: ModelFactReader

  func facts(_ mentions: [Int], _ sentence: Sentence) -> [ModelFact] {
    let document = base.document
    let models = mentions.filter { document.mentions[$0].type == .model }
    let chips = mentions.filter { document.mentions[$0].type == .chip }
    guard !models.isEmpty, models.count + chips.count >= 2, !sentence.isQuestion else { return [] }
    var facts: [ModelFact] = []
    var last: (subject: Int, object: Int)?
    for (place, entry) in places(in: sentence) {
      var before = models.last { document.mentions[$0].span.end <= place.start }
      // 不逊色于甲，且超越了乙: the subject of the word before goes on.
      if let told = last, let named = before, document.language == .zh, named == told.object, document.folded.originalText(Span(document.mentions[named].span.end, place.start)).contains("，") { before = told.subject }
      let isChipRelation = entry.relation == .trainedOn || entry.relation == .runsOn
      var after = (isChipRelation ? chips : models).first { document.mentions[$0].span.start >= place.end }
      // 甲在 X100 芯片上训练: the chip stands between.
      if isChipRelation, document.language == .zh, let model = before, let chip = chips.last(where: { document.mentions[$0].span.end <= place.start }), document.mentions[chip].span.start >= document.mentions[model].span.end {
        after = chip
      }
      guard let before, let after, isNear(document.mentions[before].span, place, document), document.mentions[after].span.end <= place.start || isNear(place, document.mentions[after].span, document) else { continue }
      let (subject, object) = entry.isReversed ? (after, before) : (before, after)
      guard document.mentions[subject].id != document.mentions[object].id else { continue }
      last = (before, after)
      facts.append(base.fact(document.mentions[subject], entry.relation, document.mentions[object].id, sentence.span))
    }
    return facts
  }

  /// Nothing that begins another statement stands between, and not much at all.
  private func isNear(_ left: Span, _ right: Span, _ document: LinkedDocument) -> Bool {
    // 甲是新推出的模型，其表现不逊色于乙: 其 takes up the subject.
    let reach = document.language == .zh && ["其", "表现", "性能", "能力"].contains { document.folded.originalText(Span(left.end, min(right.start, left.end + 240))).contains($0) } ? 200 : 90
    guard right.start - left.end <= reach else { return false }
    let text = document.folded.originalText(Span(left.end, right.start))
    return !["。", "；", ";", " but ", " while ", "但", "而"].contains { text.holds($0) }
  }

  /// The places of relating words of the article's language, the longer before the shorter at one place.
  private func places(in sentence: Sentence) -> [(span: Span, entry: RelationTable.Entry)] {
    let document = base.document
    let run = document.folded.folded(sentence.span)
    let bytes = document.folded.bytes
    var found: [(span: Span, entry: RelationTable.Entry)] = []
    for entry in base.rules.relations.entries where entry.language == document.language {
      for word in entry.words {
        let needle = Array(word.utf8)
        var offset = run.start
        while offset + needle.count <= run.end {
          defer { offset += 1 }
          guard bytes[offset] == needle[0], bytes[offset..<(offset + needle.count)].elementsEqual(needle) else { continue }
          let isLatin = needle[0] < 0x80
          if isLatin, offset > 0, bytes[offset - 1] | 0x20 >= 0x61, bytes[offset - 1] | 0x20 <= 0x7A { continue }
          found.append((document.folded.original(Span(offset, offset + needle.count)), entry))
        }
      }
    }
    return found.filter { one in !found.contains { $0.span.contains(one.span) && $0.span.count > one.span.count } }.sorted { $0.span < $1.span }
  }
}
