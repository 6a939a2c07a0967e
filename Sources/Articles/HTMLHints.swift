/// What an element's class, id, role and item property say it is.
///
/// Names are split into words at `-`, `_` and capitals: `post-share__list` is post, share, list. Some names speak only
/// as a whole (`side`, `sub`), since as a word they are part of harmless ones (`side-by-side`).
struct HTMLHints {
  /// `comments` are cut however long they are, `minor` only where they are short, `list` only where it is mostly links.
  enum Meaning { case none, comments, boilerplate, list, minor, content, strongContent }

  static let standard = HTMLHints()

  private let boilerplateWords: WordTable
  private let boilerplateNames: WordTable
  private let commentWords: WordTable
  private let minorWords: WordTable
  private let listWords: WordTable
  private let contentWords: WordTable
  private let strongNames: WordTable

  private init() {
    boilerplateWords = WordTable(
      """
      share sharing shares sharebar sharebuttons sns social socials sociallinks related relations relatedposts
      recommend recommended recommends recommendation recommendations reco sidebar sidenav sidecolumn breadcrumb breadcrumbs pankuzu topicpath crumb crumbs
      footer foot footnav nav navi navigation gnav globalnav navbar menu cookie cookies consent gdpr newsletter subscribe
      subscription subscriptions signup login promo promos promotion advert adverts advertisement advertisements advertising adsense adslot adunit ads adbox adarea adspace sponsor sponsored
      sponsors popup modal overlay tooltip pager pagination pagenavi pagenation prevnext postnav taglist tagcloud tags
      bio authorbox authorbio authorinfo profile mostread mostpopular outbrain taboola toc tableofcontents
      copyright disclaimer bnr skip skiplink noprint printonly toolbar sharethis addtoany bookmark bookmarks paywall regwall
        upsell cta readmore readnext nextup hatena twitter facebook likebox followus follow donate donation survey poll
      jpsharing jprelatedposts relatedarticles relatedcontent morestories more-stories screenreader hidden-accessible visuallyhidden offscreen
      editsection navbox catlinks
      """)
    listWords = WordTable("ranking rankings popular trending widget widgets carousel slideshow")
    commentWords = WordTable("comment comments commentlist disqus respond replies reply trackback trackbacks pingback responses")
    minorWords = WordTable(
      """
      meta metadata author authors byline bylines date dates datetime dateline time timestamp pubdate posted published info category categories cat eyebrow kicker
      label labels views count counter source editor editors tool tools caption captions credit credits copyright tag button buttons btn postmeta entrymeta
      articlemeta postinfo readtime reading fontsize hashtag keywords rating likes
      """)
    boilerplateNames = WordTable(
      """
      side sub by ad ads pr rank meta info author date time tag share print mobile-close sr-only srOnly visually-hidden screen-reader-text right rightcol
      left leftcol right-column left-column rightcolumn leftcolumn col-side colside subcontents sub-contents subcolumn header global-header site-header globalheader siteheader page-header-nav
      post-meta entry-meta article-meta post-info post-author article-info article-tools article_info article-source wp-caption-text caption photo-caption image-caption img-caption credit
      mw-editsection reference references-small post-tags post-footer entry-footer article-footer entry-header-meta
      """)
    contentWords = WordTable(
      "article articlebody body content contents entry post story main text blog honbun kiji news newsbody hentry prose richtext")
    strongNames = WordTable(
      """
      articlebody articlecontent articletext articlecontents entrycontent entrybody postcontent postbody posttext storybody storycontent storytext
      newsbody newscontent newstext newsdetail kijibody kijihonbun honbun richmediacontent jscontent contentbody maintext bodytext
      bodycopy textbody singlecontent blogcontent blogbody cmsbody articlemain articlebodycontent articledetail contenttext artibody
      postarticle notecommonstylesnotebody articlebodytext bodymarkup contentarticle articlepagecontent znccontent itbody
      """)
  }

  /// What a node's attributes say; an item property or a role that says it plainly wins.
  func meaning(of index: Int, in tree: HTMLTree) -> Meaning {
    if let property = tree.withAttribute("itemprop", of: index, { folded($0) }) {
      if property == Self.articleBody { return .strongContent }
      if property == Self.comment { return .comments }
    }
    if let role = tree.withAttribute("role", of: index, { folded($0) }), Self.boilerplateRoles.contains(role) {
      return .boilerplate
    }
    var meaning = Meaning.none
    for name in ["id", "class"] as [StaticString] {
      guard let found = tree.withAttribute(name, of: index, { self.meaning(ofNames: $0) }) else { continue }
      if found == .strongContent { return found }
      // The id and the class: the graver meaning holds.
      if rank(found) > rank(meaning) { meaning = found }
    }
    return meaning
  }

  private static let articleBody = WordTable.hash("articlebody")
  private static let comment = WordTable.hash("comment")
  private static let boilerplateRoles = WordTable(hashes:
    [
      "navigation", "complementary", "contentinfo", "banner", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar",
      "tooltip",
    ].map(WordTable.hash))

  private func rank(_ meaning: Meaning) -> Int {
    switch meaning {
    case .none: 0
    case .content: 1
    case .minor: 2
    case .list: 3
    case .boilerplate: 4
    case .comments: 5
    case .strongContent: 6
    }
  }

  private func meaning(ofNames names: UnsafeBufferPointer<UInt8>) -> Meaning {
    var meaning = Meaning.none
    func raise(_ found: Meaning) { if rank(found) > rank(meaning) { meaning = found } }
    var index = 0
    let count = min(names.count, 600)
    while index < count {
      while index < count, names[index] <= 0x20 { index += 1 }
      let start = index
      while index < count, names[index] > 0x20 { index += 1 }
      guard index > start else { break }
      let name = names[start..<index]
      if strongNames.contains(fold(name)) { return .strongContent }
      if boilerplateNames.contains(hash(name)) { raise(.boilerplate) }
      // Utility classes (`md:hidden`, `print:mt-0`) say nothing.
      if name.contains(UInt8(ascii: ":")) { continue }
      forEachWord(name) { word in
        if boilerplateWords.contains(word) {
          raise(.boilerplate)
        } else if listWords.contains(word) {
          raise(.list)
        } else if commentWords.contains(word) {
          raise(.comments)
        } else if minorWords.contains(word) {
          raise(.minor)
        } else if contentWords.contains(word) {
          raise(.content)
        }
      }
    }
    return meaning
  }

  private func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 { fold(bytes[...]) }

  /// Hash of a name in lower case without its separators: `Article-Body` → `articlebody`.
  private func fold(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    var hash = WordTable.basis
    for byte in name where isASCIIAlphanumeric(byte) { hash = WordTable.step(hash, byte) }
    return hash
  }

  private func hash(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    var hash = WordTable.basis
    for byte in name { hash = WordTable.step(hash, byte) }
    return hash
  }

  private func forEachWord(_ name: Slice<UnsafeBufferPointer<UInt8>>, _ visit: (UInt64) -> Void) {
    var hash = WordTable.basis
    var length = 0
    var wasLower = false
    for byte in name {
      let isUpper = (0x41...0x5A).contains(byte)
      if !isASCIIAlphanumeric(byte) || (isUpper && wasLower) {
        if length > 0 { visit(hash) }
        (hash, length) = (WordTable.basis, 0)
      }
      if isASCIIAlphanumeric(byte) {
        hash = WordTable.step(hash, byte)
        length += 1
      }
      wasLower = (0x61...0x7A).contains(byte)
    }
    if length > 0 { visit(hash) }
  }
}

/// A fixed set of words by their hashes (FNV-1a over lower case), in an open-addressing table at most half full.
struct WordTable: Sendable {
  static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  private let slots: [UInt64]

  init(_ words: String) {
    self.init(hashes: words.split(whereSeparator: \.isWhitespace).map { WordTable.hash(String($0)) })
  }

  init(hashes: [UInt64]) {
    var size = 16
    while size < hashes.count * 2 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    for hash in hashes {
      var slot = Self.slot(hash, size)
      while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & (size - 1) }
      slots[slot] = hash
    }
    self.slots = slots
  }

  @inline(__always)
  private static func slot(_ hash: UInt64, _ size: Int) -> Int { Int(truncatingIfNeeded: hash ^ (hash >> 29)) & (size - 1) }

  @inline(__always)
  static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)) &* 0x100_0000_01B3
  }

  static func hash(_ word: String) -> UInt64 { word.utf8.reduce(basis, step) }

  @inline(__always)
  func contains(_ hash: UInt64) -> Bool {
    slots.withUnsafeBufferPointer { slots in
      var slot = Self.slot(hash, slots.count)
      while slots[slot] != 0 {
        if slots[slot] == hash { return true }
        slot = (slot + 1) & (slots.count - 1)
      }
      return false
    }
  }
}
