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
  /// Words that say a duration is told exactly, or once more.
  private static let exactRows = "まる|もう|丸|ちょうど|exactly"

  private static let behindRows: [(Qualifier, String)] = [
    (.about, "前後|程度|ほど|くらい|ぐらい|近く|弱|左右|上下|前后|近い"),
    (.atLeast, "以上|超|超え|強|余り|余|あまり|を超え|を超える|を上回る|上回る|多|or more|and above"),
    (.upTo, "以下|以内|未満|足らず|たらず|を下回る|まで|or less"),
  ]

  /// 以降, まで, ごろ behind a date.
  let limitsBehind: WordTable<Quantity.Limit>
  /// `by`, `since`, `until` before it.
  let limitsBefore: WordTable<Quantity.Limit>

  private static let limitBehindRows: [(Quantity.Limit, String)] = [
    (.until, "までに|まで|中に|内に|底前|为止"),
    (.since, "以降|以来|或之后|或之後|或以后|またはその後|または以降|から|より|起|以后|からの|onward|onwards|or later"), (.before, "以前|より前|或之前|或以前|前に|之前|以前|or earlier"),
    (.after, "より後|之后|以後"), (.around, "ごろ|頃|前後|ころ|左右|前后"), (.on, "付"),
  ]
  private static let limitBeforeRows: [(Quantity.Limit, String)] = [
    (.until, "by|until|through|till|to|by the end of|by early|by late|by mid|截至|到|截止"), (.since, "since|from|starting|starting in|beginning|as of|自|从"), (.before, "before|prior to|ahead of"),
    (.after, "after|following"), (.around, "around|about|circa|約|大约"), (.on, "in|on|during"),
  ]

  init() {
    func limits(_ rows: [(Quantity.Limit, String)], backwards: Bool) -> WordTable<Quantity.Limit> {
      WordTable(rows.flatMap { row in row.1.split(separator: "|").map { (String($0), row.0) } }, backwards: backwards)
    }
    limitsBehind = limits(Self.limitBehindRows, backwards: false)
    limitsBefore = limits(Self.limitBeforeRows, backwards: true)
    func table(_ rows: [(Qualifier, String)], backwards: Bool) -> WordTable<Qualifier> {
      WordTable(
        rows.flatMap { row in row.1.split(separator: "|").map { (String($0), row.0) } }, backwards: backwards)
    }
    before = table(Self.beforeRows + [(.exact, Self.exactRows)], backwards: true)
    behind = table(Self.behindRows, backwards: false)
  }
}
