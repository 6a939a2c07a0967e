import Facts
import Language

/// Words of a list by the scalar that they begin with, for one pass over a text.
struct HanziWordIndex {
  private let words: [[UInt8]]
  /// For each two bytes that a word begins with, the words; longest first as given.
  private let starts: [[Int]]

  /// - Parameter words: in the order of preference at one place.
  init(_ words: [[UInt8]]) {
    var starts = [[Int]](repeating: [], count: 0x10000)
    for (index, word) in words.enumerated() where word.count > 1 { starts[Int(word[0]) << 8 | Int(word[1])].append(index) }
    self.words = words
    self.starts = starts
  }

  /// Where words of the list stand in `span`, words in the order of the list and each in the order of the text.
  func places(in span: Span, _ bytes: [UInt8]) -> [(offset: Int, word: Int)] {
    var found: [(offset: Int, word: Int)] = []
    bytes.withUnsafeBufferPointer { bytes in
      var offset = span.start
      while offset + 1 < span.end {
        let candidates = starts[Int(bytes[offset]) << 8 | Int(bytes[offset + 1])]
        if !candidates.isEmpty {
          for index in candidates where offset + words[index].count <= span.end && isEqual(words[index], bytes, offset) { found.append((offset, index)) }
        }
        offset += scalarLength(bytes[offset])
      }
    }
    return found.sorted { ($0.word, $0.offset) < ($1.word, $1.offset) }
  }

  private func isEqual(_ word: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    for place in word.indices where bytes[offset + place] != word[place] { return false }
    return true
  }
}
