import Articles
import Facts
import Foundation
import Testing

/// Pages of `Pages/`, modelled on how real sites are built, their text our own; beside each the article as a reader
/// sees it: title, date, language, then a paragraph a line.
@Suite("Main content of whole pages")
struct MainContentTests {
  /// Only ever raised.
  static let floors = (f1: 0.998, worst: 0.97, titles: 1.0, dates: 1.0)

  private struct Expected {
    let title: String
    let date: String?
    let language: String
    let text: String
  }

  private static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Pages")
  }

  private static func pages() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "html" }.sorted { $0.path < $1.path }
  }

  private static func expected(_ page: URL) throws -> Expected {
    let text = try String(contentsOf: page.deletingPathExtension().appendingPathExtension("txt"), encoding: .utf8)
    let parts = text.split(separator: "\n\n", maxSplits: 1)
    var fields: [String: String] = [:]
    for line in parts[0].split(separator: "\n") {
      let pair = line.split(separator: ": ", maxSplits: 1)
      if pair.count == 2 { fields[String(pair[0])] = String(pair[1]) }
    }
    return Expected(
      title: fields["title"] ?? "", date: fields["date"] == "-" ? nil : fields["date"], language: fields["language"] ?? "",
      text: parts.count > 1 ? String(parts[1]) : "")
  }

  @Test("There are at least a hundred pages, ten Japanese and five Chinese among them")
  func enough() throws {
    let names = try Self.pages().map(\.lastPathComponent)
    #expect(names.count >= 100)
    #expect(names.filter { $0.contains("-ja-") }.count >= 10)
    #expect(names.filter { $0.contains("-zh-") }.count >= 5)
  }

  @Test("Text, title, date and language of the pages are right, by floors that only rise")
  func pages() throws {
    let pages = try Self.pages()
    var sum = 0.0
    var titles = 0
    var dates = 0
    var dated = 0
    for page in pages {
      let expected = try Self.expected(page)
      let bytes = Array(try Data(contentsOf: page))
      let name = page.lastPathComponent
      let article = try #require(ReadingTests.articles(bytes, name: name).first, "\(name) gave no article")
      let score = shingleF1(article.text, expected.text)
      sum += score
      #expect(score >= Self.floors.worst, "\(name): F1 \(score)")
      #expect(article.language.rawValue == expected.language, "\(name)")
      if article.title == expected.title { titles += 1 }
      if let date = expected.date {
        dated += 1
        if article.publishedOn?.description == date { dates += 1 }
      }
    }
    let mean = sum / Double(pages.count)
    #expect(mean >= Self.floors.f1, "mean F1 \(mean)")
    #expect(Double(titles) >= Self.floors.titles * Double(pages.count), "\(titles) titles of \(pages.count)")
    #expect(Double(dates) >= Self.floors.dates * Double(dated), "\(dates) dates of \(dated)")
  }

  /// Sites whose names say nothing: the same pages without classes, ids, roles and item properties.
  @Test("Pages whose elements have no telling names are read nearly as well")
  func nameless() throws {
    let pages = try Self.pages()
    var sum = 0.0
    for page in pages {
      let expected = try Self.expected(page)
      let bytes = withoutNames(Array(try Data(contentsOf: page)))
      let article = try #require(
        ReadingTests.articles(bytes, name: page.lastPathComponent).first, "\(page.lastPathComponent) gave no article")
      sum += shingleF1(article.text, expected.text)
    }
    let mean = sum / Double(pages.count)
    #expect(mean >= 0.985, "mean F1 \(mean)")
  }

  private func withoutNames(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for name in [
      " class=\"", " id=\"", " itemprop=\"", " role=\"", " data-component=\"", " data-testid=\"", " data-gu-name=\"",
      " name=\"articleBody\"",
    ] {
      let pattern = Array(name.utf8)
      var kept: [UInt8] = []
      var index = 0
      while index < result.count {
        if result[index] == 0x20, result[index...].starts(with: pattern) {
          let value = result[(index + pattern.count)...]
          index = name.hasSuffix("=\"") ? (value.firstIndex(of: UInt8(ascii: "\"")) ?? result.count - 1) + 1 : value.startIndex
        } else {
          kept.append(result[index])
          index += 1
        }
      }
      result = kept
    }
    return result
  }

  /// F1 over runs of four tokens; a kana or a hanzi is a token, so is a run of other letters and digits.
  private func shingleF1(_ found: String, _ wanted: String) -> Double {
    let (left, right) = (shingles(found), shingles(wanted))
    let common = left.reduce(0) { $0 + min($1.value, right[$1.key] ?? 0) }
    let total = left.values.reduce(0, +) + right.values.reduce(0, +)
    return total == 0 ? 1 : 2 * Double(common) / Double(total)
  }

  private func shingles(_ text: String) -> [[String]: Int] {
    var tokens: [String] = []
    var word = String.UnicodeScalarView()
    func close() {
      if !word.isEmpty { tokens.append(String(word).lowercased()) }
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if (0x3040...0x30FF).contains(scalar.value) || (0x3400...0x9FFF).contains(scalar.value) {
        close()
        tokens.append(String(scalar))
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.append(scalar)
      } else {
        close()
      }
    }
    close()
    var counts: [[String]: Int] = [:]
    guard tokens.count >= 4 else { return tokens.isEmpty ? [:] : [tokens: 1] }
    for start in 0...(tokens.count - 4) { counts[Array(tokens[start..<(start + 4)]), default: 0] += 1 }
    return counts
  }
}
