/// Where a page says that its article goes on: a `rel=next` whose address is this page's with the next page number.
///
/// Example: `https://a.example/news/77.html` with `<link rel="next" href="77_2.html">` → `https://a.example/news/77_2.html`.
/// Many sites name the next *article* so; its address is another one, not this one with a number, and is not followed.
struct NextPage {
  /// The page on which the article begins, after redirects.
  let first: String

  /// - Parameters:
  ///   - address: of the page that the links stand on.
  ///   - number: which page is looked for; the one after the first is 2.
  func address(in html: [UInt8], contentType: String?, from address: String, number: Int, nesting: Int) -> String? {
    let tree: HTMLTree
    do throws(ReadFailure) {
      let text = try decodeCharset(html, declared: contentType.flatMap(charsetParameter))
      tree = try HTMLTree(text.utf8, nesting: nesting)
    } catch {
      // The reader says what is wrong with such a page.
      return nil
    }
    for index in tree.nodes.indices where tree.nodes[index].tag == .link || tree.nodes[index].tag == .a {
      guard let relation = tree.attribute("rel", of: index),
        relation.lowercased().split(separator: " ").contains("next"),
        let reference = tree.attribute("href", of: index),
        let target = resolvedAddress(reference.trimmedOfSpaces, on: address), isPage(number, target)
      else { continue }
      return target
    }
    return nil
  }

  /// Whether an address is that of the first page with this page number.
  func isPage(_ number: Int, _ address: String) -> Bool {
    let (one, other) = (Parts(first), Parts(address))
    guard one.host == other.host else { return false }
    if one.path == other.path { return one.pageNumber ?? 1 == 1 && other.pageNumber == number && one.rest == other.rest }
    guard other.query.isEmpty || other.query == one.query else { return false }
    let name = one.path.withoutSuffix("/")
    let target = other.path.withoutSuffix("/")
    // `/page/1` → `/page/2`.
    if name.hasSuffix("/page/1") { return target == name.dropLast() + "\(number)" }
    if ["/\(number)", "/page/\(number)", "/page\(number)"].contains(where: { target == name + $0 }) { return true }
    // `77.html` → `77_2.html`; `index.html` and nothing are the same page.
    let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")).map { name.utf8.index(after: $0) } ?? name.startIndex
    let dot = name[slash...].utf8.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex
    let (stem, ending) = (name[..<dot], name[dot...])
    if ["_\(number)", "-\(number)", "_p\(number)", "-p\(number)", "_page\(number)", "-page-\(number)"]
      .contains(where: { target == stem + $0 + ending })
    {
      return true
    }
    return one.path.hasSuffix("/") && ["index", "page"].contains { word in
      ["_", "-", ""].contains { target.hasPrefix(name + "/" + word + $0 + "\(number).") }
    }
  }

  private struct Parts {
    let host: String
    let path: String
    let query: [Substring]

    init(_ address: String) {
      let bare = address.prefix { $0 != "#" }
      let start = bare.firstRange(of: "://")?.upperBound ?? bare.startIndex
      let end = bare[start...].firstIndex { $0 == "/" || $0 == "?" } ?? bare.endIndex
      host = bare[start..<end].lowercased()
      let mark = bare[end...].firstIndex(of: "?")
      path = end == (mark ?? bare.endIndex) ? "/" : String(bare[end..<(mark ?? bare.endIndex)])
      query = mark.map { bare[bare.index(after: $0)...].split(separator: "&") } ?? []
    }

    private static let pageNames: Set<Substring> = ["page", "pg", "paged", "pageno", "page_no", "page_num", "pagenum", "pn"]

    private func number(_ parameter: Substring) -> Int? {
      guard let equals = parameter.firstIndex(of: "="),
        Self.pageNames.contains(Substring(parameter[..<equals].lowercased()))
      else { return nil }
      return Int(parameter[parameter.index(after: equals)...])
    }

    /// What a parameter named for pages says.
    var pageNumber: Int? { query.lazy.compactMap { number($0) }.first }
    /// The other parameters.
    var rest: [Substring] { query.filter { number($0) == nil } }
  }
}

extension String {
  fileprivate func withoutSuffix(_ suffix: String) -> String { hasSuffix(suffix) ? String(dropLast(suffix.count)) : self }

  fileprivate var trimmedOfSpaces: String { String(decoding: oneLine(Array(utf8)), as: UTF8.self) }
}

/// A reference made whole by the address of the page that it stands on (RFC 3986, 5.2, without `..`).
///
/// Example: `?page=2` on `https://a.example/n/1?x#y` → `https://a.example/n/1?page=2`.
func resolvedAddress(_ reference: String, on base: String) -> String? {
  if isWebAddress(reference.utf8) { return reference }
  guard !reference.isEmpty, isWebAddress(base.utf8), !reference.contains("../"),
    !reference.prefix(while: { $0 != "/" && $0 != "?" }).contains(":"), let scheme = base.firstRange(of: "://")
  else { return nil }
  if reference.hasPrefix("//") { return base[..<scheme.lowerBound] + ":" + reference }
  let bare = base.prefix { $0 != "#" && $0 != "?" }
  let root = bare[scheme.upperBound...].firstIndex(of: "/") ?? bare.endIndex
  if reference.hasPrefix("/") { return bare[..<root] + reference }
  if reference.hasPrefix("?") { return bare + (root == bare.endIndex ? "/" : "") + reference }
  if reference.hasPrefix("#") { return nil }
  let folder = bare[root...].lastIndex(of: "/").map { bare[...$0] } ?? bare + "/"
  return folder + (reference.hasPrefix("./") ? String(reference.dropFirst(2)) : reference)
}
