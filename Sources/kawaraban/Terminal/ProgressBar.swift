/// How far a run is, as one line of a terminal: `████████░░░░  1,204 / 3,000 articles  412/s  4 s left`.
struct ProgressBar: Equatable {
  enum Mode: String, CaseIterable { case auto, always, never }

  /// `nil` where the input does not say (standard input, a feed).
  var total: Int?
  var done = 0
  var elapsedSeconds: Double = 0

  init(total: Int?) { self.total = total }

  /// Articles a second since the start.
  var rate: Double { elapsedSeconds > 0 ? Double(done) / elapsedSeconds : 0 }

  var secondsLeft: Int? {
    guard let total, rate > 0, total > done else { return nil }
    return Int((Double(total - done) / rate).rounded(.up))
  }

  /// The line, cut to `columns`.
  func line(columns: Int) -> String {
    var words = total.map { "\(grouped(done)) / \(grouped($0)) documents" } ?? "\(grouped(done)) documents"
    if rate > 0 { words += "  \(rate >= 10 ? grouped(Int(rate)) : "\(Double(Int(rate * 10)) / 10)")/s" }
    if let left = secondsLeft { words += "  \(duration(left)) left" }
    guard let total, total > 0 else { return String(words.prefix(columns)) }
    let width = min(30, columns - words.count - 3)
    guard width >= 8 else { return String(words.prefix(columns)) }
    let filled = min(width, done * width / total)
    return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled) + "  " + words
  }

  private func duration(_ seconds: Int) -> String {
    switch seconds {
    case ..<60: "\(seconds) s"
    case ..<3600: "\(seconds / 60) min \(seconds % 60) s"
    default: "\(seconds / 3600) h \(seconds % 3600 / 60) min"
    }
  }
}

/// `1204` as `1,204`.
func grouped(_ number: Int) -> String {
  let digits = String(number.magnitude)
  var result = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
    result.append(digit)
  }
  return number < 0 ? "-" + result : result
}
