import Glibc

/// How the web is read: who asks, how patiently, how politely.
public struct WebSettings: Sendable, Equatable {
  public var userAgent = "kawaraban/0.1 (batch reader of articles; obeys robots.txt)"
  /// The product name that robots.txt may name.
  public var robotsName = "kawaraban"
  /// For one whole answer.
  public var seconds = 30
  public var redirects = 5
  /// Between two requests to one host.
  public var pauseMilliseconds = 1000
  public var obeysRobots = true
  /// Pages of one article that are fetched and joined.
  public var pages = 20

  public init() {}

  /// Under a name of one's own: `acme-news/1.0 (https://acme.example)` is `acme-news` to robots.txt. `nil` where it is not
  /// one line that begins with a product name (RFC 9110, 10.1.5).
  public init?(userAgent: String) {
    let name = userAgent.utf8.prefix { $0 != UInt8(ascii: "/") && $0 != 0x20 }
    guard !name.isEmpty, name.allSatisfy({ isASCIIAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }),
      userAgent.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F })
    else { return nil }
    self.userAgent = userAgent
    robotsName = String(decoding: Array(name), as: UTF8.self)
  }
}

/// What a server said of an address the last time; sent back so that it need not send what has not changed.
public struct WebValidators: Sendable, Equatable {
  public var etag: String?
  public var lastModified: String?

  public init(etag: String? = nil, lastModified: String? = nil) {
    self.etag = etag
    self.lastModified = lastModified
  }
}

/// What came of one address: to be kept, so that the next run asks for changes only.
public struct WebVisit: Sendable, Equatable {
  public let address: String
  public let status: Int
  public let validators: WebValidators
  public var isUnchanged: Bool { status == 304 }
  public var hasContent: Bool { status == 200 }
}

/// What the web reader does to the world, as values: tests run it without a network and without waiting.
public struct WebEffects: Sendable {
  public var transport: HTTPTransport
  /// What is kept of an address from earlier runs.
  public var known: @Sendable (String) -> WebValidators?
  public var visited: @Sendable (WebVisit) -> Void
  /// Milliseconds of a clock that only runs forward.
  public var now: @Sendable () -> Int
  public var sleep: @Sendable (Int) -> Void

  public init(
    transport: HTTPTransport, known: @escaping @Sendable (String) -> WebValidators? = { _ in nil },
    visited: @escaping @Sendable (WebVisit) -> Void = { _ in }, now: @escaping @Sendable () -> Int = monotonicMilliseconds,
    sleep: @escaping @Sendable (Int) -> Void = sleepMilliseconds
  ) {
    self.transport = transport
    self.known = known
    self.visited = visited
    self.now = now
    self.sleep = sleep
  }
}

@Sendable public func monotonicMilliseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
}

@Sendable public func sleepMilliseconds(_ duration: Int) { usleep(UInt32(clamping: duration * 1000)) }

/// Fetches pages and feeds politely: robots.txt first, a pause between requests to one host, only what has changed.
///
/// Example: `https://a.example/feed` with a known ETag → `If-None-Match`; 304 → nothing to read.
final class WebReader {
  private static let acceptedForms: [(name: String, value: String)] = [
    ("Accept", "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,application/xml;q=0.9,*/*;q=0.5"),
    ("Accept-Language", "ja,en;q=0.8,zh;q=0.8"),
  ]

  private let settings: WebSettings
  private let effects: WebEffects
  private let limits: ReadLimits
  private var robots: [String: RobotsRules] = [:]
  private var lastRequest: [String: Int] = [:]

  init(_ settings: WebSettings, _ effects: WebEffects, limits: ReadLimits) {
    (self.settings, self.effects, self.limits) = (settings, effects, limits)
  }

  /// `nil` where the page has not changed.
  func fetch(_ address: String) -> ArticleSource.Landing? {
    guard let origin = origin(of: address) else { return reject(address, .malformed, "not an address of http or https") }
    do {
      if settings.obeysRobots, !(try rules(origin)).allows(path(of: address, origin)) {
        return reject(address, .forbidden, "robots.txt of the site does not allow it")
      }
      var fields = Self.acceptedForms
      if let known = effects.known(address) {
        if let etag = known.etag { fields.append(("If-None-Match", etag)) }
        if let date = known.lastModified { fields.append(("If-Modified-Since", date)) }
      }
      var answer = try request(address, fields, origin)
      var validators = WebValidators(etag: answer.fields["etag"], lastModified: answer.fields["last-modified"])
      if try appendPages(to: &answer) {
        // They are the first page's: of the others they say nothing.
        validators = WebValidators()
      }
      effects.visited(WebVisit(address: address, status: answer.status, validators: validators))
      return landing(address, answer)
    } catch let failure as HTTPTransport.Failure {
      return reject(address, failure.reason, failure.detail)
    } catch {
      return reject(address, .network, "\(error)")
    }
  }

  /// Fetches the further pages of an article and joins them to its first one. Returns whether there were any.
  ///
  /// A page that is missing or forbidden ends it; a page that fails for now fails the article, which is tried again whole.
  private func appendPages(to answer: inout HTTPAnswer) throws -> Bool {
    guard settings.pages > 1, answer.status == 200 else { return false }
    let next = NextPage(first: answer.address)
    var pages = [answer.body]
    var last = answer
    while pages.count < settings.pages, isHTML(last),
      let address = next.address(
        in: last.body, contentType: last.fields["content-type"], from: last.address, number: pages.count + 1,
        nesting: limits.nesting),
      let origin = origin(of: address), try !settings.obeysRobots || rules(origin).allows(path(of: address, origin))
    {
      last = try request(address, Self.acceptedForms, origin)
      if last.status >= 500 {
        throw HTTPTransport.Failure(
          reason: .network, detail: "page \(pages.count + 1) of the article, \(address): the server answers HTTP \(last.status)")
      }
      // A site that sends its last page again, or another form, has no such page.
      // UTF-16 cannot be joined by a line of ASCII.
      guard last.status == 200, isHTML(last), !last.body.contains(0), next.isPage(pages.count + 1, last.address), last.body != pages.last else { break }
      pages.append(last.body)
      guard pages.reduce(0, { $0 + $1.count }) <= limits.documentBytes else {
        throw HTTPTransport.Failure(
          reason: .tooLarge, detail: "\(pages.count) pages with more than the \(limits.documentBytes) bytes of one document")
      }
    }
    guard pages.count > 1 else { return false }
    answer.body = JoinedPages.joined(pages)
    return true
  }

  private func isHTML(_ answer: HTTPAnswer) -> Bool {
    let type = answer.fields["content-type"]
    return type.flatMap(DocumentForm.init(contentType:)) ?? DocumentForm(sniffing: answer.body) == .html
  }

  private func landing(_ address: String, _ answer: HTTPAnswer) -> ArticleSource.Landing? {
    switch answer.status {
    case 200:
      let hints = RawDocument.Hints(name: nil, contentType: answer.fields["content-type"], address: answer.address)
      return .document(RawDocument(uri: address, bytes: answer.body, hints: hints))
    case 304: return nil
    case 401, 403, 451: return reject(address, .forbidden, "the server refuses it (HTTP \(answer.status))")
    case 404, 410: return reject(address, .noArticle, "there is no such page (HTTP \(answer.status))")
    default: return reject(address, .network, "the server answers HTTP \(answer.status)")
    }
  }

  /// Follows redirects, where the sites that they lead to allow it.
  private func request(_ address: String, _ fields: [(name: String, value: String)], _ origin: String) throws -> HTTPAnswer {
    try follow(address, fields, origin) { address, origin in
      guard settings.obeysRobots, !(try rules(origin)).allows(path(of: address, origin)) else { return }
      throw HTTPTransport.Failure(reason: .forbidden, detail: "it leads to \(address), which robots.txt there does not allow")
    }
  }

  private func follow(
    _ address: String, _ fields: [(name: String, value: String)], _ origin: String, beforeRedirect check: (String, String) throws -> Void
  ) throws -> HTTPAnswer {
    var (address, origin) = (address, origin)
    for _ in 0...settings.redirects {
      let answer = try ask(address, fields, origin)
      guard (300..<400).contains(answer.status), let target = answer.redirect else { return answer }
      guard let next = self.origin(of: target) else {
        throw HTTPTransport.Failure(reason: .malformed, detail: "it leads to \(target), which is no address of http or https")
      }
      try check(target, next)
      (address, origin) = (target, next)
    }
    throw HTTPTransport.Failure(reason: .network, detail: "more than \(settings.redirects) redirects")
  }

  private func ask(_ address: String, _ fields: [(name: String, value: String)], _ origin: String) throws -> HTTPAnswer {
    let pause = max(settings.pauseMilliseconds, (robots[origin]?.crawlDelay ?? 0) * 1000)
    if let last = lastRequest[origin] {
      let wait = last + pause - effects.now()
      if wait > 0 { effects.sleep(wait) }
    }
    defer { lastRequest[origin] = effects.now() }
    return try effects.transport.get(address, fields)
  }

  /// A missing robots.txt allows everything, an unreachable one nothing (RFC 9309, 2.3.1).
  private func rules(_ origin: String) throws -> RobotsRules {
    if let known = robots[origin] { return known }
    // Nobody has to be asked whether rules may be read.
    let answer = try follow(origin + "/robots.txt", [], origin) { _, _ in }
    let rules: RobotsRules
    switch answer.status {
    case 200: rules = RobotsRules(answer.body, agent: settings.robotsName)
    case 400..<500: rules = RobotsRules()
    default:
      throw HTTPTransport.Failure(reason: .network, detail: "robots.txt of the site cannot be read (HTTP \(answer.status))")
    }
    robots[origin] = rules
    return rules
  }

  private func origin(of address: String) -> String? {
    let bytes = Array(address.utf8)
    guard isWebAddress(bytes) else { return nil }
    let start = bytes[4] == UInt8(ascii: ":") ? 7 : 8
    guard start < bytes.count else { return nil }
    let end =
      bytes[start...].firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.count
    return end > start ? String(decoding: bytes[..<end], as: UTF8.self) : nil
  }

  private func path(of address: String, _ origin: String) -> String {
    let rest = address.utf8.dropFirst(origin.utf8.count).prefix { $0 != UInt8(ascii: "#") }
    return rest.first == UInt8(ascii: "/")
      ? String(decoding: Array(rest), as: UTF8.self) : "/" + String(decoding: Array(rest), as: UTF8.self)
  }

  private func reject(_ address: String, _ reason: Reject.Reason, _ detail: String) -> ArticleSource.Landing {
    .reject(Reject(uri: address, reason: reason, detail: detail, stage: .source))
  }
}
