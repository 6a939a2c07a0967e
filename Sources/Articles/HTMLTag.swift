/// The elements that reading tells apart; all others are `other`.
enum HTMLTag: UInt8 {
  case text, other
  case html, head, body, title, meta, link, base, script, style, noscript, template
  case article, main, section, header, footer, nav, aside, div, p, center, form, fieldset, address, hgroup, search
  case h1, h2, h3, h4, h5, h6
  case ul, ol, li, dl, dt, dd, menu
  case blockquote, q, pre, code, figure, figcaption, picture, img
  case table, caption, thead, tbody, tfoot, tr, td, th
  case a, span, b, strong, em, i, u, font, small, sup, sub, time, label, br, hr, wbr
  case ruby, rt, rp, rb
  case button, input, select, textarea, option, datalist, dialog, details, summary
  case iframe, object, embed, audio, video, canvas, svg, math, map

  init(_ name: UnsafePointer<UInt8>?) {
    guard let name else {
      self = .other
      return
    }
    if name[0] == UInt8(ascii: "a"), name[1] == UInt8(ascii: "m"), name[2] == UInt8(ascii: "p"), name[3] == UInt8(ascii: "-") {
      self = Self.ampMachinery.contains(WordTable.hash(String(cString: name))) ? .template : .other
      return
    }
    // Names are short and ASCII: eight bytes and the length tell nearly all apart.
    var key: UInt64 = 0
    var length = 0
    while name[length] != 0, length < 16 {
      key = key &* 0x100_0000_01B3 ^ UInt64(name[length] | 0x20)
      length += 1
    }
    self = Self.byKey[key] ?? .other
  }

  /// Components of AMP that hold no text of the article.
  private static let ampMachinery = WordTable(
    """
    amp-ad amp-sticky-ad amp-auto-ads amp-embed amp-sidebar amp-social-share amp-consent amp-list amp-analytics amp-next-page
    amp-user-notification amp-subscriptions-dialog amp-access-dialog amp-recommended amp-mega-menu amp-nested-menu amp-state
    """)

  private static let byKey: [UInt64: HTMLTag] = {
    var table: [UInt64: HTMLTag] = [:]
    var raw: UInt8 = HTMLTag.html.rawValue
    while let tag = HTMLTag(rawValue: raw) {
      var key: UInt64 = 0
      for byte in "\(tag)".utf8 { key = key &* 0x100_0000_01B3 ^ UInt64(byte | 0x20) }
      table[key] = tag
      raw += 1
    }
    return table
  }()

  /// Whether its text stands on lines of its own.
  var isBlock: Bool {
    switch self {
    case .html, .body, .article, .main, .section, .header, .footer, .nav, .aside, .div, .p, .center, .form, .fieldset, .address,
      .hgroup, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .li, .dl, .dt, .dd, .menu, .blockquote, .pre, .figure, .figcaption, .table,
      .caption, .thead, .tbody, .tfoot, .tr, .td, .th, .hr, .dialog, .details, .summary, .search:
      true
    default: false
    }
  }

  /// Never part of an article's text.
  var isMachinery: Bool {
    switch self {
    case .head, .script, .style, .noscript, .template, .nav, .footer, .aside, .button, .input, .select, .textarea, .option,
      .datalist,
      .dialog, .iframe, .object, .embed, .audio, .video, .canvas, .svg, .math, .map, .rt, .rp, .menu, .search, .title,
      .figcaption, .label:
      true
    default: false
    }
  }

  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }
}
