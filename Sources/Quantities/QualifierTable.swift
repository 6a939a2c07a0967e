import Facts

/// Words that turn a figure into an interval: 約 before it, 以上 behind it, `at least`, `nearly`.
struct QualifierTable: Sendable {
  let before: WordTable<Qualifier>
  let behind: WordTable<Qualifier>

  private static let beforeRows: [(Qualifier, String)] = [
    (.about, "約|およそ|おおよそ|概ね|ほぼ|推定|ざっと|大約|大约|约|約莫|近|将近|接近|逾约|about|around|roughly|approximately|nearly|almost|some|an estimated|estimated|close to|circa|ca."),
    (.atLeast, "少なくとも|最低|最低でも|至少|超|超过|超過|逾|不低于|高达以上|at least|over|more than|in excess of|upwards of|exceeding|north of|a minimum of|no less than|topping|above"),
    (.upTo, "最大|最大で|最高|上限|最多|高达|至多|不超过|多达|up to|as much as|as many as|at most|a maximum of|no more than|less than|under|below|fewer than"),
  ]
  private static let behindRows: [(Qualifier, String)] = [
    (.about, "前後|程度|ほど|くらい|ぐらい|近く|弱|左右|上下|前后|近い"),
    (.atLeast, "以上|超|超え|強|余り|余|あまり|を超え|を超える|を上回る|多|or more|and above"),
    (.upTo, "以下|以内|未満|まで|or less"),
  ]

  init() {
    func table(_ rows: [(Qualifier, String)], backwards: Bool) -> WordTable<Qualifier> {
      WordTable(
        rows.flatMap { row in row.1.split(separator: "|").map { (String($0), row.0) } }, backwards: backwards)
    }
    before = table(Self.beforeRows, backwards: true)
    behind = table(Self.behindRows, backwards: false)
  }
}
