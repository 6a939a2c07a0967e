import Glibc

/// Claims that wait on disk until their deal is made: a million of them with their proof are gigabytes.
///
/// An unlinked file in the folder for temporary files, so nothing is left behind however the process ends. Written once,
/// then read from several threads.
final class ClaimSpool: @unchecked Sendable {
  private let file: Int32
  private var buffer: [UInt8] = []
  private var length = 0

  private static let portion = 1 << 20

  init() throws(ResolutionError) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array((folder + "/kawaraban-claims-XXXXXX").utf8CString)
    file = mkstemp(&path)
    if file < 0 { throw .temporaryFile(folder, errno) }
    unlink(path)
  }

  deinit { close(file) }

  /// Where the next record begins.
  var end: Int { length + buffer.count }

  func append(_ record: [UInt8]) throws(ResolutionError) {
    buffer.append(contentsOf: record)
    if buffer.count >= ClaimSpool.portion { try flush() }
  }

  /// Before the first read.
  func flush() throws(ResolutionError) {
    var done = 0
    while done < buffer.count {
      let written = buffer.withUnsafeBytes { write(file, $0.baseAddress! + done, buffer.count - done) }
      if written < 0, errno == EINTR { continue }
      if written <= 0 { throw .temporaryFile("the spool of claims", errno) }
      done += written
    }
    length += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  func record(_ range: Range<Int>) throws(ResolutionError) -> [UInt8] {
    var failure: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { target, count in
      while count < range.count {
        let found = pread(file, target.baseAddress! + count, range.count - count, range.lowerBound + count)
        if found < 0, errno == EINTR { continue }
        if found <= 0 {
          failure = found < 0 ? errno : EIO
          return
        }
        count += found
      }
    }
    if let failure { throw .temporaryFile("the spool of claims", failure) }
    return bytes
  }
}

/// The claims could not be kept on disk or not be read back.
public enum ResolutionError: Error, CustomStringConvertible {
  case temporaryFile(String, Int32)
  case unreadableRecord

  public var description: String {
    switch self {
    case .temporaryFile(let place, let code): "\(place): \(String(cString: strerror(code)))"
    case .unreadableRecord: "a claim in the temporary file is damaged"
    }
  }
}
