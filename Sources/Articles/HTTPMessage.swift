/// An HTTP answer as a crawl stored it: status, type, body with its transfer and content coding undone.
struct HTTPMessage {
  let status: Int
  let contentType: String?
  let body: [UInt8]

  init?(_ bytes: [UInt8]) {
    guard
      let end = find("\r\n\r\n", in: bytes, from: 0, within: min(bytes.count, 256 << 10))
        ?? find("\n\n", in: bytes, from: 0, within: min(bytes.count, 256 << 10))
    else { return nil }
    let lines = splitLines(Array(bytes[..<end]))
    guard let first = lines.first, let code = first.split(separator: 0x20).dropFirst().first,
      let status = Int(String(decoding: code, as: UTF8.self))
    else { return nil }
    self.status = status
    var fields: [String: String] = [:]
    for line in lines.dropFirst().prefix(200) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      fields[String(decoding: line[..<colon], as: UTF8.self).lowercased()] = String(
        decoding: oneLine(Array(line[(colon + 1)...])), as: UTF8.self)
    }
    contentType = fields["content-type"]
    var body = Array(bytes[(end + (bytes[end] == 0x0D ? 4 : 2))...])
    if fields["transfer-encoding"]?.lowercased().contains("chunked") == true, let whole = HTTPMessage.dechunked(body) {
      body = whole
    }
    self.body = body
  }

  var isText: Bool {
    guard let type = contentType?.lowercased() else { return true }
    return ["text/", "html", "xml", "json", "markdown"].contains { type.contains($0) }
  }

  /// `nil` where the body is not in chunks after all: many crawls store it joined.
  private static func dechunked(_ body: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var index = 0
    while index < body.count {
      var size = 0
      let start = index
      while index < body.count, let digit = hexadecimalValue(body[index]), index - start < 8 {
        size = size << 4 | Int(digit)
        index += 1
      }
      guard index > start, let lineEnd = body[index...].prefix(64).firstIndex(of: 0x0A) else {
        return result.isEmpty ? nil : result
      }
      index = lineEnd + 1
      if size == 0 { return result }
      result.append(contentsOf: body[index..<min(index + size, body.count)])
      index += size + 2
    }
    return result
  }
}
