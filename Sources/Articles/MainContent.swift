/// Finds the part of a page that is its article: which node holds it, and what inside is cut out.
///
/// Paragraph text speaks for a node, links and scraps against it. Elements that are machinery, hidden, or named so
/// (`class="share"`) are cut, unless most of the page's text is in them. Then a named body (`articleBody`,
/// `entry-content`, one `<article>`) is taken if it holds enough of the text, else the search goes down from the body
/// as long as the next element keeps nearly all of it.
struct MainContent {
  let root: Int
  /// Lists before it that are part of the article.
  let points: [Int]
  /// Per node: cut out with all its descendants.
  let isCut: [Bool]

  private struct Measure {
    /// Text of paragraphs, links aside; of link lists and scraps; all.
    var good = 0
    var bad = 0
    var all = 0
  }

  init(_ tree: HTMLTree) {
    let hints = HTMLHints.standard
    let count = tree.nodes.count
    var meanings = [HTMLHints.Meaning](repeating: .none, count: count)
    var cut = [Bool](repeating: false, count: count)
    var holdsStrong = [Bool](repeating: false, count: count)
    var holdsTitle = [Bool](repeating: false, count: count)
    var veiled: [Int] = []
    for index in 0..<count {
      let node = tree.nodes[index]
      guard node.element != nil else { continue }
      if node.tag.isMachinery {
        cut[index] = true
        continue
      }
      if node.tag != .html, node.tag != .body { meanings[index] = hints.meaning(of: index, in: tree) }
      switch MainContent.hiding(of: index, tree) {
      case .none: break
      case .veil:
        veiled.append(index)
        cut[index] = true
        continue
      case .whole:
        cut[index] = true
        continue
      }
      if meanings[index] == .strongContent { MainContent.mark(&holdsStrong, above: index, tree) }
      if node.tag == .h1 { MainContent.mark(&holdsTitle, above: index, tree) }
    }
    var whole = MainContent.measure(tree, cut: cut)
    if !veiled.isEmpty {
      var shown = cut
      for index in veiled { shown[index] = false }
      let unveiled = MainContent.measure(tree, cut: shown)
      // Most of the text stands behind the veil: it is the article.
      if unveiled[0].good > whole[0].good * 3 { (cut, whole) = (shown, unveiled) }
    }
    var hasComments = false
    for index in 0..<count where meanings[index] == .comments && !cut[index] {
      let tag = tree.nodes[index].tag
      guard tag != .article, tag != .main, !holdsStrong[index], !holdsTitle[index], whole[0].good - whole[index].good >= 80 else {
        continue
      }
      cut[index] = true
      hasComments = true
    }
    if hasComments { whole = MainContent.measure(tree, cut: cut) }
    let commentsCut = cut
    for index in 0..<count where !cut[index] {
      let tag = tree.nodes[index].tag
      let measure = whole[index]
      switch meanings[index] {
      case .boilerplate:
        guard tag != .article, tag != .main, !holdsStrong[index], tag.headingLevel == nil || measure.all <= 20 else { continue }
        // Most of the page's text is no side matter, whatever it is called.
        if measure.good * 2 > whole[0].good, whole[0].good > 400 { continue }
      case .list:
        guard tag != .article, tag != .main, !holdsStrong[index], tag.headingLevel == nil || measure.all <= 20 else { continue }
        // An article that is a ranking tells each place in running text; a ranking beside one links to others.
        if measure.good >= 60, measure.good * 10 >= measure.all * 7 { continue }
        if measure.good * 2 > whole[0].good, whole[0].good > 400 { continue }
      case .minor:
        guard tag.headingLevel == nil, tag != .p || measure.all < 60, measure.all < 160, measure.all * 4 < whole[0].all else {
          continue
        }
      default: continue
      }
      cut[index] = true
    }
    var measures = MainContent.measure(tree, cut: cut)
    if measures[0].good * 5 < whole[0].good {
      // The names misled: nearly everything was cut.
      cut = commentsCut
      measures = whole
    }
    isCut = cut
    root = MainContent.choose(tree, measures, meanings, cut)
    points = MainContent.points(before: root, tree, measures, cut)
  }

  /// Lists between the headline and the body: the article in a few points.
  private static func points(before root: Int, _ tree: HTMLTree, _ measures: [Measure], _ cut: [Bool]) -> [Int] {
    let parent = Int(tree.nodes[root].parent)
    guard parent >= 0 else { return [] }
    var points: [Int] = []
    var isBelowHeadline = false
    var child = parent + 1
    while child < root {
      let node = tree.nodes[child]
      if node.tag == .h1 { isBelowHeadline = true }
      if isBelowHeadline, node.tag == .ul || node.tag == .ol, !cut[child], measures[child].all >= 40, measures[child].bad == 0 {
        points.append(child)
      }
      child = Int(node.end)
    }
    return points
  }

  private static func mark(_ flags: inout [Bool], above index: Int, _ tree: HTMLTree) {
    var parent = Int(tree.nodes[index].parent)
    while parent >= 0, !flags[parent] {
      flags[parent] = true
      parent = Int(tree.nodes[parent].parent)
    }
  }

  /// A veil is lifted by a script once the page has loaded (`visibility: hidden`); what is hidden whole stays away.
  private enum Hiding { case none, veil, whole }

  private static func hiding(of index: Int, _ tree: HTMLTree) -> Hiding {
    if tree.nodes[index].tag == .body || tree.nodes[index].tag == .html { return .none }
    if tree.hasAttribute("hidden", of: index) { return .whole }
    if tree.withAttribute("aria-hidden", of: index, { $0.elementsEqual("true".utf8) }) == true { return .whole }
    return tree.withAttribute("style", of: index) { style in
      let plain = style.prefix(400).filter { $0 > 0x20 }
      if contains(plain, displayNone) { return .whole }
      return contains(plain, visibilityHidden) ? .veil : .none
    } ?? .none
  }

  private static let displayNone = Array("display:none".utf8)
  private static let visibilityHidden = Array("visibility:hidden".utf8)

  // MARK: Measuring

  private static func measure(_ tree: HTMLTree, cut: [Bool]) -> [Measure] {
    let count = tree.nodes.count
    var own = [Int](repeating: 0, count: count)
    var linked = [Int](repeating: 0, count: count)
    // The nearest block and whether a link is open, by node.
    var block = [Int32](repeating: 0, count: count)
    var inLink = [Bool](repeating: false, count: count)
    var index = 0
    while index < count {
      let node = tree.nodes[index]
      if cut[index] {
        index = Int(node.end)
        continue
      }
      let parent = Int(node.parent)
      if node.tag == .text {
        guard parent >= 0 else {
          index += 1
          continue
        }
        let weight = textWeight(tree.text, Int(node.textStart), Int(node.textEnd))
        own[Int(block[parent])] += weight
        if inLink[parent] { linked[Int(block[parent])] += weight }
      } else {
        block[index] = node.tag.isBlock || parent < 0 ? Int32(truncatingIfNeeded: index) : block[parent]
        inLink[index] = node.tag == .a || (parent >= 0 && inLink[parent])
      }
      index += 1
    }
    var measures = [Measure](repeating: Measure(), count: count)
    for index in stride(from: count - 1, through: 0, by: -1) {
      if own[index] > 0 {
        measures[index].all += own[index]
        let tag = tree.nodes[index].tag
        if linked[index] * 2 > own[index] {
          measures[index].bad += own[index]
        } else if own[index] >= 60 || (tag == .p && own[index] >= 24) {
          measures[index].good += own[index] - linked[index]
        } else if tag.headingLevel == nil, tag != .li, tag != .td, tag != .th {
          measures[index].bad += own[index]
        }
      }
      let parent = Int(tree.nodes[index].parent)
      if parent >= 0 {
        measures[parent].good += measures[index].good
        measures[parent].bad += measures[index].bad
        measures[parent].all += measures[index].all
      }
    }
    return measures
  }

  // MARK: Choosing

  private static func choose(_ tree: HTMLTree, _ measures: [Measure], _ meanings: [HTMLHints.Meaning], _ cut: [Bool]) -> Int {
    let count = tree.nodes.count
    let total = measures.isEmpty ? 0 : measures[0].good
    var start = 0
    var strong: [Int] = []
    var articles: [Int] = []
    var index = 0
    while index < count {
      if cut[index] {
        index = Int(tree.nodes[index].end)
        continue
      }
      if meanings[index] == .strongContent { strong.append(index) }
      if tree.nodes[index].tag == .article { articles.append(index) }
      if tree.nodes[index].tag == .body, start == 0 { start = index }
      index += 1
    }
    // The outermost of equals comes first in document order, the innermost last: the tightest that keeps the text wins.
    if let best = strong.max(by: { measures[$0].good < measures[$1].good }),
      measures[best].good * 5 >= total * 2 || (measures[best].good >= 400 && measures[best].good * 5 >= total)
    {
      let tightest =
        strong.last { measures[$0].good * 20 >= measures[best].good * 19 && $0 >= best && $0 < Int(tree.nodes[best].end) } ?? best
      // Several parts of one article stand side by side under the same name.
      let parts = strong.filter {
        measures[$0].good * 8 >= measures[best].good && tree.nodes[$0].parent == tree.nodes[tightest].parent
      }
      if parts.count > 1, tree.nodes[tightest].parent >= 0 { return Int(tree.nodes[tightest].parent) }
      return tightest
    }
    if let best = articles.max(by: { measures[$0].good < measures[$1].good }), measures[best].good * 2 >= total,
      measures[best].good >= 100
    {
      start = best
    }
    return descend(tree, measures, meanings, cut, from: start)
  }

  private static func descend(
    _ tree: HTMLTree, _ measures: [Measure], _ meanings: [HTMLHints.Meaning], _ cut: [Bool], from start: Int
  ) -> Int {
    var current = start
    while true {
      var best: Int?
      var child = current + 1
      let end = Int(tree.nodes[current].end)
      while child < end {
        if !cut[child], tree.nodes[child].tag != .text, measures[child].good > (best.map { measures[$0].good } ?? 0) {
          best = child
        }
        child = Int(tree.nodes[child].end)
      }
      guard let best, mayHoldArticle(tree.nodes[best].tag) else { return current }
      let (outer, inner) = (measures[current], measures[best])
      let lost = outer.good - inner.good
      let shed = outer.bad - inner.bad
      let keepsAll = inner.good * 100 >= outer.good * 92
      let shedsMore = inner.good * 10 >= outer.good * 6 && lost < shed
      // Inside a named part another one is a part of it: the lead stands beside it.
      let isNamed = meanings[best] == .content && meanings[current] != .content && inner.good * 10 >= outer.good * 6
      guard keepsAll || shedsMore || isNamed else { return current }
      current = best
    }
  }

  private static func mayHoldArticle(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .div, .section, .article, .main, .td, .tr, .tbody, .table, .form, .center, .fieldset, .body, .html, .other, .font, .span,
      .header, .th, .dd, .dl:
      true
    default: false
    }
  }
}

/// Letters of a run of text, wide ones twice: about the room it takes.
func textWeight(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
  var weight = 0
  for index in start..<end {
    let byte = text[index]
    if byte > 0x20, byte < 0x80 { weight += 1 } else if byte >= 0xE3 { weight += 2 } else if byte >= 0xC2 { weight += 1 }
  }
  return weight
}
