import CCurl

/// One answer of a web server.
public struct HTTPAnswer: Sendable, Equatable {
  public var status: Int
  /// Names in lower case; of repeated fields the last.
  public var fields: [String: String]
  public var body: [UInt8]
  /// The address that gave it.
  public var address: String
  /// Where a redirect leads, in full; `nil` where the answer is none.
  public var redirect: String?

  public init(status: Int, fields: [String: String] = [:], body: [UInt8] = [], address: String, redirect: String? = nil) {
    self.status = status
    self.fields = fields
    self.body = body
    self.address = address
    self.redirect = redirect
  }
}

/// How addresses are fetched: an effect as a value, so that tests need no network. Errors are `Reject.Reason` with words.
public struct HTTPTransport: Sendable {
  public struct Failure: Error, Sendable {
    public let reason: Reject.Reason
    public let detail: String

    public init(reason: Reject.Reason, detail: String) {
      self.reason = reason
      self.detail = detail
    }
  }

  /// Address and request header fields in, answer out; redirects are the caller's to follow, who knows whom it may ask.
  public let get: @Sendable (String, [(name: String, value: String)]) throws -> HTTPAnswer

  public init(get: @escaping @Sendable (String, [(name: String, value: String)]) throws -> HTTPAnswer) { self.get = get }

  /// libcurl: http and https only, bounded in time and in bytes after decompression.
  public static func curl(_ settings: WebSettings, limits: ReadLimits) -> HTTPTransport {
    HTTPTransport { address, fields in
      // Counted inside libcurl; each call but the first only counts up.
      guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK, let handle = curl_easy_init() else {
        throw Failure(reason: .network, detail: "the network library does not start")
      }
      defer { curl_easy_cleanup(handle) }
      let sink = Sink(limit: limits.documentBytes)
      let context = Unmanaged.passUnretained(sink).toOpaque()
      var list: UnsafeMutablePointer<curl_slist>?
      for field in fields { list = curl_slist_append(list, "\(field.name): \(field.value)") }
      defer { curl_slist_free_all(list) }
      let codes = [
        curlSetString(handle, CURLOPT_URL, address), curlSetString(handle, CURLOPT_USERAGENT, settings.userAgent),
        curlSetString(handle, CURLOPT_PROTOCOLS_STR, "http,https"),
        curlSetString(handle, CURLOPT_ACCEPT_ENCODING, ""), curlSetLong(handle, CURLOPT_FOLLOWLOCATION, 0),
        curlSetLong(handle, CURLOPT_CONNECTTIMEOUT, min(15, settings.seconds)),
        curlSetLong(handle, CURLOPT_TIMEOUT, settings.seconds), curlSetLong(handle, CURLOPT_NOSIGNAL, 1),
        curlSetLong(handle, CURLOPT_LOW_SPEED_LIMIT, 100), curlSetLong(handle, CURLOPT_LOW_SPEED_TIME, min(20, settings.seconds)),
        curlSetList(handle, CURLOPT_HTTPHEADER, list), curlSetPointer(handle, CURLOPT_WRITEDATA, context),
        curlSetSink(handle, CURLOPT_WRITEFUNCTION, Sink.body), curlSetPointer(handle, CURLOPT_HEADERDATA, context),
        curlSetSink(handle, CURLOPT_HEADERFUNCTION, Sink.header),
      ]
      guard codes.allSatisfy({ $0 == CURLE_OK }) else {
        throw Failure(reason: .network, detail: "the network library refuses a setting")
      }
      let code = withExtendedLifetime(sink) { curl_easy_perform(handle) }
      if sink.isTooLarge {
        throw Failure(reason: .tooLarge, detail: "more than the \(limits.documentBytes) bytes of one document")
      }
      guard code == CURLE_OK else {
        throw Failure(reason: .network, detail: String(cString: curl_easy_strerror(code)))
      }
      var status = 0
      var target: UnsafeMutablePointer<CChar>?
      guard curlGetLong(handle, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK,
        curlGetString(handle, CURLINFO_REDIRECT_URL, &target) == CURLE_OK
      else { throw Failure(reason: .network, detail: "the answer has no status") }
      return HTTPAnswer(
        status: status, fields: sink.fields, body: sink.bytes, address: address, redirect: target.map { String(cString: $0) })
    }
  }

  /// Takes what libcurl receives.
  private final class Sink {
    let limit: Int
    var bytes: [UInt8] = []
    var fields: [String: String] = [:]
    var isTooLarge = false

    init(limit: Int) { self.limit = limit }

    static let body: CurlSink = { bytes, size, count, context in
      guard let bytes, let context else { return 0 }
      let sink = Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
      guard sink.bytes.count + size * count <= sink.limit else {
        sink.isTooLarge = true
        return 0
      }
      sink.bytes.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: size * count))
      return size * count
    }

    static let header: CurlSink = { bytes, size, count, context in
      guard let bytes, let context else { return 0 }
      let sink = Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
      let line = Array(UnsafeRawBufferPointer(start: bytes, count: size * count))
      // Of several answers (100 Continue) the last one's fields count.
      if line.starts(with: "HTTP/".utf8) {
        sink.fields = [:]
        sink.bytes = []
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")), sink.fields.count < 200 {
        sink.fields[String(decoding: line[..<colon], as: UTF8.self).lowercased()] = String(
          decoding: oneLine(Array(line[(colon + 1)...])), as: UTF8.self)
      }
      return size * count
    }
  }
}
