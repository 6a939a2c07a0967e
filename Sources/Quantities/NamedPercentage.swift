import Facts
import Language

/// Percentages that English names without a figure (`a small percent`, `the percentage`), and `percent of 10`, where that is
/// the whole text. They go into predictions only: what has no value is no fact.
enum NamedPercentage {
  struct Reading {
    let span: Facts.Span
    let value: String?
  }

  static func read(_ text: FoldedText, found: [Quantity]) -> [Reading] {
    let bytes = text.bytes
    var readings: [Reading] = []
    var place = 0
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "p"), !isAlphanumeric(bytes.byte(place - 1)), bytes.byte(place - 1) != UInt8(ascii: "-"), bytes.byte(place - 1) != UInt8(ascii: "/"),
        let end = bytes.end(ofAny: ["percentage", "percent", "per cent"], at: place), !isAlphanumeric(bytes.byte(end)), !bytes.has(" point", at: end)
      else {
        place += 1
        continue
      }
      if place == 0, let number = numberBehind(bytes, end), number.end == bytes.count {
        return [Reading(span: text.original(Facts.Span(0, number.end)), value: number.value)]
      }
      if !found.contains(where: { $0.folded.start <= place && end <= $0.folded.end }) {
        readings.append(Reading(span: text.original(Facts.Span(place, end)), value: nil))
      }
      place = end
    }
    return readings
  }

  /// ` of 10` behind the word.
  private static func numberBehind(_ bytes: [UInt8], _ end: Int) -> (value: String, end: Int)? {
    guard let start = bytes.end(ofAny: [" of "], at: end), let numeral = NumeralReader().digits(bytes, at: start), !numeral.isVague else { return nil }
    return (numeral.value.description, numeral.end)
  }
}
