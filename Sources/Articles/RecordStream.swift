/// What a stream of documents gives: one after the other until `nil`. A broken one gives a reject and ends.
protocol LandingStream: AnyObject {
  func next() -> ArticleSource.Streamed?
}

/// The documents of one file: the file itself, or the records that it is a container of, each in constant memory.
///
/// Example: line 12 of `dump.jsonl` → `dump.jsonl#12`; record 3 of `crawl.warc` → `crawl.warc#3` with its address and
/// content type; row 5 of `news.csv` → `news.csv#5`, the header row before it.
final class RecordStream: LandingStream {
  private enum Form { case whole, lines, rows, warc }

  private let uri: String
  private let name: String
  private let limits: ReadLimits
  private var form: Form
  private var isTabbed: Bool
  private let chunks: () throws(ReadFailure) -> [UInt8]?
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private var isFinished = false
  private var number = 0
  private var header: [UInt8] = []

  /// - Parameter chunks: the next bytes, `nil` at the end.
  init(uri: String, name: String, limits: ReadLimits, chunks: @escaping () throws(ReadFailure) -> [UInt8]?) {
    (self.uri, self.name, self.limits, self.chunks) = (uri, name, limits, chunks)
    let lowered = name.lowercased()
    let endings: [(String, Form)] = [
      (".jsonl", .lines), (".ndjson", .lines), (".csv", .rows), (".tsv", .rows), (".warc", .warc), (".wet", .warc),
      (".wat", .warc),
    ]
    form = endings.first { lowered.hasSuffix($0.0) }?.1 ?? .whole
    isTabbed = lowered.hasSuffix(".tsv")
  }

  /// `dump` behind `dump.gz` says nothing of what it holds, no more than standard input does.
  private var hasEnding: Bool { name.utf8.reversed().prefix { $0 != UInt8(ascii: "/") }.contains(UInt8(ascii: ".")) }

  /// Whether files of this name hold many documents.
  static func isContainer(_ name: String) -> Bool {
    RecordStream(uri: "", name: name, limits: ReadLimits(), chunks: { () throws(ReadFailure) -> [UInt8]? in nil }).form != .whole
  }

  func next() -> ArticleSource.Streamed? { landing().map { .landing($0) } }

  func landing() -> ArticleSource.Landing? {
    guard !isFinished else { return nil }
    do throws(ReadFailure) {
      if form == .whole, buffer.isEmpty, !hasEnding { try sniff() }
      switch form {
      case .whole: return try whole()
      case .lines: return try line()
      case .rows: return try row()
      case .warc: return try record()
      }
    } catch {
      isFinished = true
      return reject(error, "")
    }
  }

  // MARK: Bytes

  /// Reads on until the buffer holds more; false at the end.
  private func fill() throws(ReadFailure) -> Bool {
    if isAtEnd { return false }
    if start > 1 << 20 {
      buffer.removeFirst(start)
      start = 0
    }
    guard let chunk = try chunks() else {
      isAtEnd = true
      return false
    }
    buffer.append(contentsOf: chunk)
    return true
  }

  private func document(_ bytes: [UInt8], _ fragment: String, name: String, contentType: String? = nil, address: String? = nil)
    -> ArticleSource.Landing
  {
    .document(
      RawDocument(uri: uri + fragment, bytes: bytes, hints: .init(name: name, contentType: contentType, address: address)))
  }

  private func reject(_ failure: ReadFailure, _ fragment: String, _ bytes: [UInt8] = []) -> ArticleSource.Landing {
    .reject(
      Reject(
        uri: uri + fragment, reason: failure.reason, detail: failure.detail, stage: .source,
        bytes: Array(
          (bytes.isEmpty ? Array(buffer[min(start, buffer.count)...].prefix(limits.rejectBytes)) : bytes).prefix(
            limits.rejectBytes))))
  }

  // MARK: Forms

  /// A stream without a name is JSON Lines, WARC or CSV where its first line says so.
  private func sniff() throws(ReadFailure) {
    while buffer.count < 64 << 10, try fill() {}
    if buffer.starts(with: "WARC/1".utf8) {
      form = .warc
    } else if buffer.first == UInt8(ascii: "{") {
      guard let end = try lineEnd()?.end, end + 1 < buffer.count else { return }
      if JSONParser.isValue(Array(buffer[start..<end]), nesting: limits.nesting) { form = .lines }
    } else if let end = buffer.firstIndex(of: 0x0A), end + 1 < buffer.count {
      var line = Array(buffer[..<end])
      if line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
      guard let mark = [UInt8(ascii: ","), 0x09].first(where: { FieldNames().isHeader(line, separator: $0) }) else { return }
      form = .rows
      isTabbed = mark == 0x09
    }
  }

  private func whole() throws(ReadFailure) -> ArticleSource.Landing? {
    while try fill() {
      guard buffer.count <= limits.documentBytes else {
        throw ReadFailure(.tooLarge, "more than the \(limits.documentBytes) bytes of one document")
      }
    }
    isFinished = true
    return document(buffer, "", name: name)
  }

  /// The index of the next line end, the line read into the buffer; lines over the limit are skipped and told of.
  private func lineEnd() throws(ReadFailure) -> (end: Int, isTooLong: Bool)? {
    var scanned = start
    var isTooLong = false
    while true {
      if let end = buffer[scanned...].firstIndex(of: 0x0A) { return (end, isTooLong) }
      scanned = buffer.count
      if scanned - start > limits.documentBytes {
        isTooLong = true
        buffer.removeLast(scanned - start - min(limits.rejectBytes, limits.documentBytes))
        scanned = buffer.count
      }
      let before = start
      if try !fill() { return start < buffer.count ? (buffer.count, isTooLong) : nil }
      scanned -= before - start
    }
  }

  private func line() throws(ReadFailure) -> ArticleSource.Landing? {
    while let (end, isTooLong) = try lineEnd() {
      number += 1
      let bytes = Array(buffer[start..<end])
      start = min(end + 1, buffer.count)
      if isTooLong {
        return reject(ReadFailure(.tooLarge, "a line of more than \(limits.documentBytes) bytes"), "#\(number)", bytes)
      }
      if bytes.contains(where: { $0 > 0x20 }) { return document(bytes, "#\(number)", name: "line.json") }
    }
    isFinished = true
    return nil
  }

  /// One row of CSV: to the line end that is outside quotation marks.
  private func row() throws(ReadFailure) -> ArticleSource.Landing? {
    while true {
      var index = start
      var isQuoted = false
      var isEnd = false
      while !isEnd {
        while index < buffer.count {
          let byte = buffer[index]
          if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
          if byte == 0x0A, !isQuoted {
            isEnd = true
            break
          }
          index += 1
        }
        if isEnd { break }
        guard index - start <= limits.documentBytes else {
          throw ReadFailure(.tooLarge, "a row of more than \(limits.documentBytes) bytes")
        }
        let before = start
        if try !fill() { break }
        index -= before - start
      }
      guard index > start || index < buffer.count else {
        isFinished = true
        return nil
      }
      let bytes = Array(buffer[start..<index])
      start = min(index + 1, buffer.count)
      number += 1
      if number == 1 {
        header = bytes
      } else if bytes.contains(where: { $0 > 0x20 }) {
        return document(header + [0x0A] + bytes, "#\(number)", name: isTabbed ? "row.tsv" : "row.csv")
      }
      if start >= buffer.count, isAtEnd {
        isFinished = true
        return nil
      }
    }
  }

  /// One record of WARC that holds a page or a text (`response`, `resource`, `conversion`); others are passed over.
  private func record() throws(ReadFailure) -> ArticleSource.Landing? {
    while true {
      guard let head = try recordHead() else {
        isFinished = true
        return nil
      }
      number += 1
      guard let length = head["content-length"].flatMap({ Int($0) }), length >= 0 else {
        throw ReadFailure(.malformed, "record \(number) of WARC has no Content-Length")
      }
      let type = head["warc-type"]?.lowercased() ?? ""
      let isWanted = ["response", "resource", "conversion"].contains(type)
      let payload = try take(length, keep: isWanted ? min(length, limits.documentBytes) : 0)
      guard isWanted else { continue }
      let address = head["warc-target-uri"].map { $0.trimmingAngleBrackets() }
      if length > limits.documentBytes {
        return reject(
          ReadFailure(.tooLarge, "\(length) bytes, more than the \(limits.documentBytes) of one document"), "#\(number)", payload)
      }
      if type == "response", payload.starts(with: "HTTP/".utf8) {
        guard let message = HTTPMessage(payload) else {
          return reject(ReadFailure(.malformed, "no HTTP message in the record"), "#\(number)", payload)
        }
        // An answer that is none (404, redirect) holds no article.
        guard message.status == 200, message.isText else { continue }
        return document(message.body, "#\(number)", name: "", contentType: message.contentType, address: address)
      }
      let contentType = head["content-type"]
      return document(
        payload, "#\(number)", name: type == "conversion" ? "record.txt" : "", contentType: contentType, address: address)
    }
  }

  /// The header fields of the next record, names in lower case.
  private func recordHead() throws(ReadFailure) -> [String: String]? {
    var fields: [String: String] = [:]
    var isOpen = false
    while let (end, isTooLong) = try lineEnd() {
      if isTooLong { throw ReadFailure(.malformed, "not WARC: a header line without an end") }
      let line = Array(buffer[start..<end]).filter { $0 != 0x0D }
      start = min(end + 1, buffer.count)
      if line.isEmpty {
        if isOpen { return fields }
        continue
      }
      if !isOpen {
        guard line.starts(with: "WARC/".utf8) else { throw ReadFailure(.malformed, "not WARC: a record begins with no version") }
        isOpen = true
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")), fields.count < 200 {
        fields[String(decoding: line[..<colon], as: UTF8.self).lowercased()] = String(
          decoding: oneLine(Array(line[(colon + 1)...])), as: UTF8.self)
      }
    }
    return isOpen ? fields : nil
  }

  /// Takes a number of bytes off the stream and keeps the first of them.
  private func take(_ length: Int, keep: Int) throws(ReadFailure) -> [UInt8] {
    var kept: [UInt8] = []
    var left = length
    while left > 0 {
      if start >= buffer.count {
        buffer.removeAll(keepingCapacity: true)
        start = 0
        if try !fill() { break }
      }
      let count = min(left, buffer.count - start)
      if kept.count < keep { kept.append(contentsOf: buffer[start..<(start + min(count, keep - kept.count))]) }
      start += count
      left -= count
    }
    return kept
  }
}

extension String {
  /// WARC 1.0 writers put addresses in `<…>`.
  fileprivate func trimmingAngleBrackets() -> String { hasPrefix("<") && hasSuffix(">") ? String(dropFirst().dropLast()) : self }
}
