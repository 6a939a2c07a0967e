import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Standard output or error as bytes. A reader that closed the pipe (`kawaraban extract … | head`) ends the program
/// quietly, as `SIGPIPE` would, but with the open batch finished first.
struct StandardStream: Sendable {
  static let output = StandardStream(descriptor: STDOUT_FILENO)
  static let error = StandardStream(descriptor: STDERR_FILENO)

  /// The pipe's other end is gone.
  struct Closed: Error {}

  let descriptor: Int32

  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Columns of the terminal; 80 where there is none.
  var columns: Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Writes all bytes; throws `Closed` on a broken pipe, a `CommandFailure` on a full disk.
  func write(_ bytes: some Sequence<UInt8>) throws {
    let buffer = Array(bytes)
    var offset = 0
    while offset < buffer.count {
      let written = buffer.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + offset, buffer.count - offset) }
      if written >= 0 {
        offset += written
      } else if errno == EPIPE {
        throw Closed()
      } else if errno != EINTR {
        throw CommandFailure(.unavailable, "cannot write: \(String(cString: strerror(errno)))")
      }
    }
  }

  /// For messages: nobody is left to be told where the stream itself fails.
  func write(_ text: String) {
    do { try write(Array(text.utf8)) } catch { return }
  }

  /// Lets a broken pipe be an error of the write, which commands handle, instead of the death of the process.
  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }
}
