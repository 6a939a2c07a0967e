import Articles
import Facts
import Testing

@Suite("Passages told twice")
struct RepeatTests {
  private let first = "アオバ社は四日、計算基盤の増設に三年をかけると発表した。工場の電力は北の発電所から引くという。担当者は需要の伸びを理由に挙げた。"
  private let second = "カワ社の株価は発表のあと上がり、市場は契約の行方を見守っている。競合も対抗策を練っているとみられる。"

  private func text(_ lines: [String]) throws -> String {
    try #require(ReadingTests.articles(Array(lines.joined(separator: "\n").utf8), name: "a.txt").first).text
  }

  @Test("A section told again is read once, in its first place")
  func again() throws {
    #expect(try text([first, second, first]) == first + "\n" + second)
  }

  @Test("A section begun again and cut off is read once")
  func cutOff() throws {
    let broken = String(first.prefix(first.count - 6))
    #expect(try text([first, second, broken]) == first + "\n" + second)
  }

  @Test("A section begun again in other words at its head is read once")
  func reworded() throws {
    let long = "この動きは多様な試みを速める一方で、計算資源が少数の手に集まるという懸念や、それに伴う倫理の問題も生むのではないかと、少しばかり疑いの目でも見ている。"
    #expect(try text(["私個人としては、" + long, second, "個人的には、" + long]) == "私個人としては、" + long + "\n" + second)
  }

  @Test(
    "A sentence with another figure or another name is no repeat",
    arguments: [
      ("売上高は前の年より増えて35億円に達し、担当者は需要の伸びが続くと説明し、工場の増設にも前向きな姿勢を示した。", "35", "48"),
      ("カワ社の説明では、新しい設備の稼働によって電力の消費が大きく減り、利用者の料金も下がる見通しで、来年の春に始める。", "カワ", "ソラ"),
    ])
  func another(sentence: String, old: String, new: String) throws {
    let other = String(decoding: Array(sentence.utf8), as: UTF8.self).split(separator: old).joined(separator: new)
    let changed = sentence.hasPrefix(old) ? new + other : other
    #expect(try text(["導入の文です。", sentence, changed]) == "導入の文です。\n" + sentence + "\n" + changed)
  }

  @Test("A short phrase may be said twice")
  func short() throws {
    #expect(try text(["見出しの文です。", "以上。", second, "以上。"]) == "見出しの文です。\n以上。\n" + second + "\n以上。")
  }

  @Test("A sentence that repeats its own words stays")
  func ownWords() throws {
    let chant = String(repeating: "計算計算基盤基盤", count: 60) + "。"
    #expect(try text(["見出しの文です。", chant]) == "見出しの文です。\n" + chant)
  }
}
