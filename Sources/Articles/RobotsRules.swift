/// What a site's robots.txt (RFC 9309) allows one user agent: the group named for it, else the one for `*`; of the rules
/// that match a path the longest holds, Allow before Disallow.
///
/// Example: `Disallow: /private/` + `Allow: /private/open` → `/private/open/a` is allowed, `/private/a` is not.
public struct RobotsRules: Sendable, Equatable {
  private var rules: [(pattern: [UInt8], isAllowed: Bool)] = []
  /// Seconds between requests, where the site asks for them.
  public private(set) var crawlDelay: Int?

  /// Everything allowed.
  public init() {}

  /// - Parameter agent: the product name, `kawaraban`.
  public init(_ text: [UInt8], agent: String) {
    let agent = agent.lowercased()
    var named = RobotsRules()
    var general = RobotsRules()
    var hasNamed = false
    var agents: [String] = []
    var isReadingAgents = false
    for line in splitLines(Array(text.prefix(512 << 10))) {
      let content = line.prefix { $0 != UInt8(ascii: "#") }
      guard let colon = content.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let key = String(decoding: oneLine(Array(content[..<colon])), as: UTF8.self).lowercased()
      let value = oneLine(Array(content[(colon + 1)...]))
      if key == "user-agent" {
        if !isReadingAgents { agents = [] }
        isReadingAgents = true
        agents.append(String(decoding: value, as: UTF8.self).lowercased())
        continue
      }
      isReadingAgents = false
      let isNamed = agents.contains { !$0.isEmpty && $0 != "*" && agent.hasPrefix($0) }
      if isNamed { hasNamed = true }
      guard isNamed || agents.contains("*") else { continue }
      if isNamed { named.add(key, value) } else { general.add(key, value) }
    }
    self = hasNamed ? named : general
  }

  private mutating func add(_ key: String, _ value: [UInt8]) {
    switch key {
    case "allow" where !value.isEmpty: rules.append((value, true))
    case "disallow" where !value.isEmpty: rules.append((value, false))
    case "crawl-delay":
      crawlDelay = Int(String(decoding: value.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self)).map { min(max($0, 0), 60) }
    default: break
    }
  }

  /// - Parameter path: path and query, from the `/` on.
  public func allows(_ path: String) -> Bool {
    let bytes = Array(path.utf8)
    var best: (length: Int, isAllowed: Bool) = (-1, true)
    for rule in rules.prefix(5000) where rule.pattern.count >= best.length && RobotsRules.matches(rule.pattern, bytes) {
      if rule.pattern.count > best.length || rule.isAllowed { best = (rule.pattern.count, rule.isAllowed) }
    }
    return best.isAllowed
  }

  /// `*` is any run, `$` at the end is the end; greedy with one point to go back to, so never more than quadratic.
  private static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
    let isAnchored = pattern.last == UInt8(ascii: "$")
    let wanted = isAnchored ? pattern.dropLast()[...] : pattern[...]
    var (p, s) = (0, 0)
    var back: (p: Int, s: Int)?
    while true {
      if p == wanted.count, !isAnchored || s == path.count { return true }
      if p < wanted.count, wanted[p] == UInt8(ascii: "*") {
        back = (p + 1, s)
        p += 1
      } else if p < wanted.count, s < path.count, wanted[p] == path[s] {
        p += 1
        s += 1
      } else if let point = back, point.s < path.count {
        back = (point.p, point.s + 1)
        (p, s) = (point.p, point.s + 1)
      } else {
        return false
      }
    }
  }

  public static func == (left: RobotsRules, right: RobotsRules) -> Bool {
    left.crawlDelay == right.crawlDelay
      && left.rules.elementsEqual(right.rules) { $0.pattern == $1.pattern && $0.isAllowed == $1.isAllowed }
  }
}
