import CArchive
import Glibc

/// The documents of a compressed file or an archive, read as one stream in constant memory: tar and zip, gzip, zstd,
/// bzip2 and xz around them or around a single file.
///
/// Nothing is ever written to disk, so a member's path is only a name. A member larger than a document, and an archive
/// that grows more than `ReadLimits.expansion` times (a bomb), end as rejects. Example: `dump.tar.gz` with `a/1.html`
/// → `dump.tar.gz!/a/1.html`.
final class ArchiveStream: LandingStream {
  private let uri: String
  private let name: String
  private let limits: ReadLimits
  private let depth: Int
  private let handle: OpaquePointer?
  /// The archive's bytes where it is not a file: it must outlive the handle.
  private let memory: UnsafeMutableBufferPointer<UInt8>?
  private let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
  private var member: RecordStream?
  private var members = 0
  private var isFinished = false
  private var failure: ReadFailure?

  init(path: String, limits: ReadLimits) {
    (uri, name, self.limits, depth, memory) = (path, path, limits, 0, nil)
    handle = ArchiveStream.openReader()
    if archive_read_open_filename(handle, path, 256 << 10) != ARCHIVE_OK { failure = ReadFailure(.malformed, message()) }
  }

  init(descriptor: Int32, uri: String, limits: ReadLimits) {
    (self.uri, name, self.limits, depth, memory) = (uri, "", limits, 0, nil)
    handle = ArchiveStream.openReader()
    if archive_read_open_fd(handle, descriptor, 256 << 10) != ARCHIVE_OK { failure = ReadFailure(.malformed, message()) }
  }

  init(bytes: [UInt8], uri: String, name: String, limits: ReadLimits, depth: Int) {
    (self.uri, self.name, self.limits, self.depth) = (uri, name, limits, depth)
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
    _ = copy.initialize(from: bytes)
    memory = copy
    handle = ArchiveStream.openReader()
    if archive_read_open_memory(handle, copy.baseAddress, bytes.count) != ARCHIVE_OK {
      failure = ReadFailure(.malformed, message())
    }
  }

  deinit {
    archive_read_free(handle)
    if let locale { freelocale(locale) }
    memory?.deallocate()
  }

  private static func openReader() -> OpaquePointer? {
    let handle = archive_read_new()
    archive_read_support_filter_gzip(handle)
    archive_read_support_filter_bzip2(handle)
    archive_read_support_filter_xz(handle)
    archive_read_support_filter_zstd(handle)
    archive_read_support_format_tar(handle)
    archive_read_support_format_gnutar(handle)
    archive_read_support_format_zip(handle)
    archive_read_support_format_raw(handle)
    archive_read_support_format_empty(handle)
    return handle
  }

  /// Whether bytes begin as one of the forms that this stream reads.
  static func reads(_ head: some Collection<UInt8>) -> Bool {
    let signatures: [[UInt8]] = [
      [0x1F, 0x8B], [0x28, 0xB5, 0x2F, 0xFD], Array("BZh".utf8), [0xFD, 0x37, 0x7A, 0x58, 0x5A], [0x50, 0x4B, 0x03, 0x04],
      [0x50, 0x4B, 0x05, 0x06],
    ]
    if signatures.contains(where: { head.starts(with: $0) }) { return true }
    return head.count >= 262 && head.dropFirst(257).starts(with: "ustar".utf8)
  }

  func next() -> ArticleSource.Streamed? {
    while !isFinished {
      if let failure {
        isFinished = true
        return .landing(reject(uri, failure))
      }
      if let member {
        if let landing = member.landing() { return opened(landing) }
        self.member = nil
      }
      openMember()
    }
    return nil
  }

  /// A member that is compressed itself is read through, to a bounded depth.
  private func opened(_ landing: ArticleSource.Landing) -> ArticleSource.Streamed {
    guard case .document(let document) = landing, ArchiveStream.reads(document.bytes.prefix(300)) else {
      return .landing(landing)
    }
    guard depth + 1 < limits.archiveDepth else {
      return .landing(reject(document.uri, ReadFailure(.limit, "an archive more than \(limits.archiveDepth) deep in archives")))
    }
    return .archive(
      ArchiveStream(bytes: document.bytes, uri: document.uri, name: document.hints.name ?? "", limits: limits, depth: depth + 1))
  }

  private func openMember() {
    var entry: OpaquePointer?
    // Names are converted by the thread's locale, which is C unless the program asks for another.
    let outer = uselocale(locale)
    defer { uselocale(outer) }
    let status = archive_read_next_header(handle, &entry)
    if status == ARCHIVE_EOF {
      if members == 0 { failure = ReadFailure(.empty, "empty") } else { isFinished = true }
      return
    }
    guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else {
      failure = ReadFailure(.malformed, "broken archive: " + message())
      return
    }
    members += 1
    guard members <= limits.archiveMembers else {
      failure = ReadFailure(.limit, "more than \(limits.archiveMembers) members")
      return
    }
    let isRaw = archive_format(handle) == ARCHIVE_FORMAT_RAW
    let type = archive_entry_filetype(entry)
    let path = isRaw ? ArchiveStream.withoutCompression(name) : memberName(entry)
    if !isRaw, type != 0o100000 || ArchiveStream.isHidden(path) { return }
    member = RecordStream(
      uri: isRaw ? uri : uri + "!/" + path, name: path, limits: limits,
      chunks: { [unowned self] () throws(ReadFailure) in try self.chunk() })
  }

  private func memberName(_ entry: OpaquePointer) -> String {
    guard let raw = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else { return "member-\(members)" }
    let bytes = Array(UnsafeBufferPointer(start: raw, count: strnlen(raw, 4096))).map { UInt8(bitPattern: $0) }
    func plain(_ bytes: [UInt8]) -> String { String(decoding: bytes.filter { $0 >= 0x20 && $0 != 0x7F }, as: UTF8.self) }
    do throws(ReadFailure) {
      return plain(try decodeCharset(bytes).utf8)
    } catch {
      // A name in no known character set still tells members apart.
      return plain(bytes)
    }
  }

  private func strnlen(_ bytes: UnsafePointer<CChar>, _ limit: Int) -> Int {
    var count = 0
    while count < limit, bytes[count] != 0 { count += 1 }
    return count
  }

  /// The next bytes of the open member, `nil` at its end.
  private func chunk() throws(ReadFailure) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 128 << 10)
    let count = buffer.withUnsafeMutableBytes { archive_read_data(handle, $0.baseAddress, $0.count) }
    if count == 0 { return nil }
    guard count > 0 else { throw ReadFailure(.malformed, "broken archive: " + message()) }
    let grown = Int(archive_filter_bytes(handle, 0))
    let read = max(1, Int(archive_filter_bytes(handle, -1)))
    total += count
    // A single file that grows so is told by its ratio; what stays under a document's size is harmless.
    if max(grown, total) > limits.documentBytes, max(grown, total) / read > limits.expansion {
      isFinished = true
      throw ReadFailure(.limit, "grows more than \(limits.expansion) times when unpacked: a bomb")
    }
    return count == buffer.count ? buffer : Array(buffer[..<count])
  }

  private var total = 0

  private func message() -> String {
    archive_error_string(handle).map { String(cString: $0) } ?? "cannot be read"
  }

  private func reject(_ uri: String, _ failure: ReadFailure) -> ArticleSource.Landing {
    .reject(Reject(uri: uri, reason: failure.reason, detail: failure.detail, stage: .archive))
  }

  /// `a.html.gz` → `a.html`; `b.tgz` → `b`.
  static func withoutCompression(_ name: String) -> String {
    for ending in [".gz", ".zst", ".zstd", ".bz2", ".xz", ".tgz"] where name.lowercased().hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }

  private static func isHidden(_ path: String) -> Bool {
    path.hasPrefix("__MACOSX/") || path.split(separator: "/").contains { $0.hasPrefix(".") && $0 != "." && $0 != ".." }
  }
}
