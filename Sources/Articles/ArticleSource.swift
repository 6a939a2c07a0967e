import Glibc

/// The documents behind the inputs of a command line, one after the other: files, folders (byte-sorted, to the bottom),
/// globs, `-` for standard input. What cannot be read is a reject and the walk goes on.
///
/// Example: `["samples", "extra/*.html"]` → every regular file of `samples` in byte order of their paths, then the pages.
/// A folder that was already entered, by a symbolic link or twice on the command line, is not entered again below itself.
public struct ArticleSource: Sequence {
  public enum Landing: Sendable {
    case document(RawDocument)
    case reject(Reject)
  }

  public let inputs: [String]
  public let limits: ReadLimits

  public init(inputs: [String], limits: ReadLimits = ReadLimits()) {
    self.inputs = inputs
    self.limits = limits
  }

  public func makeIterator() -> Iterator { Iterator(inputs: inputs, limits: limits) }

  public struct Iterator: IteratorProtocol {
    private struct Pending {
      let path: String
      /// Device and inode of the folders above it.
      let above: [FileIdentity]
      let isInput: Bool
    }

    private var pending: [Pending]
    private let limits: ReadLimits

    init(inputs: [String], limits: ReadLimits) {
      self.limits = limits
      pending = inputs.reversed().map { Pending(path: $0, above: [], isInput: true) }
    }

    public mutating func next() -> Landing? {
      while let item = pending.popLast() {
        if let landing = land(item) { return landing }
      }
      return nil
    }

    private mutating func land(_ item: Pending) -> Landing? {
      let path = item.path
      if path == "-" { return document("-", name: nil) { try readAll(STDIN_FILENO, limit: limits.documentBytes) } }
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
        guard status.st_size <= limits.documentBytes else {
          return reject(path, .tooLarge, "\(status.st_size) bytes, more than the \(limits.documentBytes) of one document", prefix: true)
        }
        return file(path)
      case S_IFIFO where item.isInput: return file(path)
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

    private func file(_ path: String) -> Landing {
      document(path, name: path) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ReadFailure(.unreadable, "cannot be read: " + message(errno)) }
        defer { close(descriptor) }
        return try readAll(descriptor, limit: limits.documentBytes)
      }
    }

    private func document(_ uri: String, name: String?, _ read: () throws -> [UInt8]) -> Landing {
      do {
        return .document(RawDocument(uri: uri, bytes: try read(), hints: .init(name: name)))
      } catch let failure as ReadFailure {
        return reject(uri, failure.reason, failure.detail)
      } catch {
        return reject(uri, .unreadable, "\(error)")
      }
    }

    private func reject(_ uri: String, _ reason: Reject.Reason, _ detail: String, prefix: Bool = false) -> Landing {
      var bytes: [UInt8] = []
      if prefix {
        let descriptor = open(uri, O_RDONLY | O_CLOEXEC)
        if descriptor >= 0 {
          bytes = readPrefix(descriptor, count: limits.rejectBytes)
          close(descriptor)
        }
      }
      return .reject(Reject(uri: uri, reason: reason, detail: detail, stage: .source, bytes: bytes))
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

/// All bytes of a descriptor, or a failure as soon as they are more than the limit.
func readAll(_ descriptor: Int32, limit: Int) throws(ReadFailure) -> [UInt8] {
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 256 << 10)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count == 0 { return bytes }
    if count < 0 {
      if errno == EINTR { continue }
      throw ReadFailure(.unreadable, "cannot be read: " + message(errno))
    }
    guard bytes.count + count <= limit else { throw ReadFailure(.tooLarge, "more than the \(limit) bytes of one document") }
    bytes.append(contentsOf: chunk[..<count])
  }
}

private func readPrefix(_ descriptor: Int32, count: Int) -> [UInt8] {
  var chunk = [UInt8](repeating: 0, count: count)
  let got = read(descriptor, &chunk, count)
  return Array(chunk[..<max(0, got)])
}
