import Glibc

/// The documents behind the inputs of a command line, one after the other: files, folders (byte-sorted, to the bottom),
/// globs, http(s) addresses, `-` for standard input; archives and containers are opened. What cannot be read is a reject and the walk goes on.
///
/// Example: `["samples", "extra/*.html"]` → every regular file of `samples` in byte order of their paths, then the pages.
/// A folder that was already entered, by a symbolic link or twice on the command line, is not entered again below itself.
public struct ArticleSource: Sequence {
  public enum Landing: Sendable {
    case document(RawDocument)
    case reject(Reject)
  }

  /// What a stream gives: something that landed, or an archive inside that is read next.
  enum Streamed {
    case landing(Landing)
    case archive(ArchiveStream)
  }

  public let inputs: [String]
  public let limits: ReadLimits

  public let web: WebSettings
  private let effects: WebEffects

  /// - Parameter effects: how the web is reached; by libcurl where none are given.
  public init(inputs: [String], limits: ReadLimits = ReadLimits(), web: WebSettings = WebSettings(), effects: WebEffects? = nil) {
    self.inputs = inputs
    self.limits = limits
    self.web = web
    self.effects = effects ?? WebEffects(transport: .curl(web, limits: limits))
  }

  /// Whether an input is fetched from the web.
  public static func isWebAddress(_ input: String) -> Bool { Articles.isWebAddress(input.utf8) }

  public func makeIterator() -> Iterator {
    Iterator(inputs: inputs, limits: limits, web: WebReader(web, effects, limits: limits))
  }

  public struct Iterator: IteratorProtocol {
    private struct Pending {
      let path: String
      /// Device and inode of the folders above it.
      let above: [FileIdentity]
      let isInput: Bool
    }

    private var pending: [Pending]
    /// Files and archives that are open, the innermost last.
    private var streams: [any LandingStream] = []
    private let limits: ReadLimits
    private let web: WebReader

    init(inputs: [String], limits: ReadLimits, web: WebReader) {
      self.limits = limits
      self.web = web
      pending = inputs.reversed().map { Pending(path: $0, above: [], isInput: true) }
    }

    public mutating func next() -> Landing? {
      while true {
        if let stream = streams.last {
          switch stream.next() {
          case .landing(let landing): return landing
          case .archive(let archive): streams.append(archive)
          case nil: streams.removeLast()
          }
        } else if let item = pending.popLast() {
          if let landing = land(item) { return landing }
        } else {
          return nil
        }
      }
    }

    private mutating func land(_ item: Pending) -> Landing? {
      let path = item.path
      if path == "-" {
        streams.append(ArchiveStream(descriptor: STDIN_FILENO, uri: "-", limits: limits))
        return nil
      }
      if item.isInput, ArticleSource.isWebAddress(path) { return web.fetch(path) }
      var status = stat()
      guard stat(path, &status) == 0 else {
        let code = errno
        if item.isInput, code == ENOENT, isGlob(path) {
          let matches = globMatches(path)
          if matches.isEmpty { return reject(path, .unreadable, "no file matches") }
          pending.append(contentsOf: matches.reversed().map { Pending(path: $0, above: [], isInput: false) })
          return nil
        }
        if code == ELOOP { return reject(path, .loop, "a loop of symbolic links") }
        return reject(path, .unreadable, "cannot be read: " + message(code))
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: return enter(item, FileIdentity(status))
      case S_IFREG:
        return open(path, size: Int(status.st_size))
      case S_IFIFO where item.isInput: return open(path, size: 0)
      default: return item.isInput ? reject(path, .unsupported, "neither a file nor a folder") : nil
      }
    }

    private mutating func enter(_ item: Pending, _ identity: FileIdentity) -> Landing? {
      if item.above.contains(identity) { return reject(item.path, .loop, "a folder inside itself, by a symbolic link") }
      guard item.above.count < limits.folderDepth else {
        return reject(item.path, .tooDeep, "more than \(limits.folderDepth) folders deep")
      }
      guard let directory = opendir(item.path) else {
        return reject(item.path, .unreadable, "cannot be read: " + message(errno))
      }
      defer { closedir(directory) }
      var names: [[UInt8]] = []
      while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
        // Hidden files are an editor's or a version control's, never an article's.
        if name.first != UInt8(ascii: ".") { names.append(name) }
      }
      names.sort { $0.lexicographicallyPrecedes($1) }
      let base = item.path.hasSuffix("/") ? item.path : item.path + "/"
      for name in names.reversed() {
        pending.append(
          Pending(path: base + String(decoding: name, as: UTF8.self), above: item.above + [identity], isInput: false))
      }
      return nil
    }

    /// Opens a file as what its first bytes or its name say: an archive, a container of records, one document.
    private mutating func open(_ path: String, size: Int) -> Landing? {
      let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return reject(path, .unreadable, "cannot be read: " + message(errno)) }
      let chunks = FileChunks(descriptor, size: size)
      let head = chunks.head()
      if ArchiveStream.reads(head) {
        guard !isOfficeDocument(path) else { return reject(path, .unsupported, "an office document") }
        streams.append(ArchiveStream(path: path, limits: limits))
        return nil
      }
      if RecordStream.isContainer(path) {
        streams.append(
          RecordStream(uri: path, name: path, limits: limits, chunks: { () throws(ReadFailure) in try chunks.next() }))
        return nil
      }
      guard size <= limits.documentBytes else {
        let detail = "\(size) bytes, more than the \(limits.documentBytes) of one document"
        return .reject(
          Reject(uri: path, reason: .tooLarge, detail: detail, stage: .source, bytes: Array(head.prefix(limits.rejectBytes))))
      }
      do throws(ReadFailure) {
        return .document(RawDocument(uri: path, bytes: try chunks.all(limit: limits.documentBytes), hints: .init(name: path)))
      } catch {
        return reject(path, error.reason, error.detail)
      }
    }

    private func isOfficeDocument(_ path: String) -> Bool {
      let lowered = path.lowercased()
      return [".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub", ".jar", ".apk"].contains { lowered.hasSuffix($0) }
    }

    private func reject(_ uri: String, _ reason: Reject.Reason, _ detail: String) -> Landing {
      .reject(Reject(uri: uri, reason: reason, detail: detail, stage: .source))
    }
  }
}

private struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let inode: UInt64

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }
}

func message(_ code: Int32) -> String { String(cString: strerror(code)) }

private func isGlob(_ path: String) -> Bool { path.utf8.contains { $0 == 0x2A || $0 == 0x3F || $0 == 0x5B } }

/// The paths that match, in byte order.
private func globMatches(_ pattern: String) -> [String] {
  var result = glob_t()
  defer { globfree(&result) }
  guard glob(pattern, GLOB_NOSORT, nil, &result) == 0 else { return [] }
  var paths: [String] = []
  for index in 0..<Int(result.gl_pathc) {
    if let path = result.gl_pathv[index] { paths.append(String(cString: path)) }
  }
  return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// The bytes of an open file, piece by piece; closed with its last reference.
final class FileChunks {
  private let descriptor: Int32
  private var first: [UInt8]?
  private var failure: Int32 = 0
  /// A byte more than the file is said to have, so that a small one comes whole in one small piece.
  private var capacity: Int

  init(_ descriptor: Int32, size: Int) {
    self.descriptor = descriptor
    capacity = size > 0 ? min(size + 1, largestChunk) : largestChunk
  }

  deinit { close(descriptor) }

  /// The first bytes, which stay to be read.
  func head() -> [UInt8] {
    if first == nil { first = chunk() ?? [] }
    return first ?? []
  }

  func next() throws(ReadFailure) -> [UInt8]? {
    if let head = first {
      first = nil
      if !head.isEmpty { return head }
    }
    let bytes = chunk()
    if bytes == nil, failure != 0 { throw ReadFailure(.unreadable, "cannot be read: " + message(failure)) }
    return bytes
  }

  func all(limit: Int) throws(ReadFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    while let chunk = try next() {
      guard bytes.count + chunk.count <= limit else {
        throw ReadFailure(.tooLarge, "more than the \(limit) bytes of one document")
      }
      if bytes.isEmpty { bytes = chunk } else { bytes.append(contentsOf: chunk) }
    }
    return bytes
  }

  private func chunk() -> [UInt8]? {
    let size = capacity
    let isSmall = size < largestChunk
    capacity = largestChunk
    while true {
      var count = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
        count = read(descriptor, buffer.baseAddress, size)
        filled = max(0, count)
      }
      if count > 0 {
        // The end of a file comes next: a small piece is enough to see it.
        if isSmall { capacity = 1 << 10 }
        return bytes
      }
      if count == 0 { return nil }
      failure = errno
      if failure != EINTR { return nil }
      failure = 0
    }
  }
}

private let largestChunk = 128 << 10
