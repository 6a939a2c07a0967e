import Facts
import Language

/// Members of known chip series that no row holds yet: `GeForce RTX 6090`, `MI500X`, `H300`, `TPU v9`, `Ascend 990`.
struct ChipSeries {
  let scene: LinkingScene

  private struct Series {
    let name: [String]
    /// Digits wanted after the name.
    let digits: ClosedRange<Int>
    let maker: String
    /// Words that may follow.
    let variants: Set<String>
  }

  private static let series = [
    Series(name: ["geforce", "rtx"], digits: 2...4, maker: "nvidia", variants: ["ti", "super", "d"]),
    Series(name: ["rtx"], digits: 4...4, maker: "nvidia", variants: ["ti", "super", "d", "ada"]),
    Series(name: ["rtx", "pro"], digits: 0...4, maker: "nvidia", variants: ["server", "blackwell"]),
    Series(name: ["tensor", "g"], digits: 1...1, maker: "google", variants: []),
    Series(name: ["ascend"], digits: 3...3, maker: "huawei", variants: []),
    Series(name: ["昇腾"], digits: 3...3, maker: "huawei", variants: []),
    Series(name: ["昇騰"], digits: 3...3, maker: "huawei", variants: []),
    Series(name: ["trainium"], digits: 1...1, maker: "aws", variants: ["ultra"]),
    Series(name: ["inferentia"], digits: 1...1, maker: "aws", variants: []),
    Series(name: ["maia"], digits: 3...3, maker: "microsoft", variants: []),
    Series(name: ["instinct", "mi"], digits: 3...3, maker: "amd", variants: []),
    Series(name: ["gaudi"], digits: 1...1, maker: "intel", variants: []),
    Series(name: ["tpu", "v"], digits: 1...2, maker: "google", variants: []),
    Series(name: ["exynos"], digits: 4...4, maker: "samsung-electronics", variants: []),
    Series(name: ["dimensity"], digits: 4...4, maker: "mediatek", variants: []),
  ]
  struct Match {
    let symbols: Range<Int>
    let maker: String
  }

  /// The longest member of a series that begins at a symbol.
  func match(at start: Int) -> Match? {
    var best: Match?
    for series in Self.series {
      guard var at = words(series.name, from: start) else { continue }
      let digits = self.digits(from: at)
      guard series.digits.contains(digits) || digits == 0 && series.digits.lowerBound == 0 else { continue }
      at += digits
      while let next = word(from: at), series.variants.contains(next.text) { at = next.end }
      guard isEnd(at), best.map({ $0.symbols.upperBound < at }) ?? true else { continue }
      best = Match(symbols: start..<at, maker: series.maker)
    }
    return best
  }

  private func words(_ names: [String], from start: Int) -> Int? {
    var at = start
    for name in names {
      for unit in name.utf16 {
        guard at < scene.symbols.count, scene.symbols.symbols[at] == unit else { return nil }
        at += 1
      }
    }
    return at
  }

  private func digits(from start: Int) -> Int {
    var at = start
    while at < scene.symbols.count, Symbol.isDigit(scene.symbols.symbols[at]), at == start || scene.symbols.separators[at] == .none { at += 1 }
    return at - start
  }

  private func word(from start: Int) -> (text: String, end: Int)? {
    guard start < scene.symbols.count, scene.symbols.separators[start] == .space || scene.symbols.separators[start] == .none else { return nil }
    var at = start
    var text = ""
    while at < scene.symbols.count, Symbol.isLatin(scene.symbols.symbols[at]), at == start || scene.symbols.separators[at] == .none {
      if let scalar = Unicode.Scalar(scene.symbols.symbols[at]) { text.unicodeScalars.append(scalar) }
      at += 1
    }
    return at > start ? (text, at) : nil
  }

  private func isEnd(_ at: Int) -> Bool {
    at >= scene.symbols.count || scene.symbols.separators[at] != .none || !Symbol.isAlphanumeric(scene.symbols.symbols[at])
  }
}
