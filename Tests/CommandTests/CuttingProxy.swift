import Foundation
import Synchronization

/// Stands between the program and its server, and cuts the connection at the nth COMMIT: before the server hears of it, or
/// after the server has done it and before the program hears that.
final class CuttingProxy: Sendable {
  enum Moment: Sendable, CaseIterable { case before, after }

  struct Unavailable: Error { let step: String }

  let folder: URL
  private let listener: Int32
  private let server: String
  private let moment: Moment
  private let cutAt: Int
  private let commits = Atomic<Int>(0)

  /// `server` is the folder of the server's socket.
  init(server: String, at cutAt: Int, _ moment: Moment) throws {
    self.server = server
    self.moment = moment
    self.cutAt = cutAt
    folder = URL(filePath: "/tmp/kawaraban-proxy-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard listener >= 0, CuttingProxy.withAddress(folder.path, { bind(listener, $0, $1) }) == 0, listen(listener, 16) == 0 else {
      throw Unavailable(step: "bind")
    }
    Thread.detachNewThread { [self] in serve() }
  }

  /// How many transactions the program committed, or tried to.
  var seen: Int { commits.load(ordering: .relaxed) }

  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
    remove(folder)
  }

  private func serve() {
    while true {
      let client = accept(listener, nil, nil)
      guard client >= 0 else {
        close(listener)
        return
      }
      let upstream = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      guard CuttingProxy.withAddress(server, { connect(upstream, $0, $1) }) == 0 else {
        close(client)
        close(upstream)
        continue
      }
      Thread.detachNewThread { [self] in pump(client, upstream) }
    }
  }

  /// Both ways, until one side ends or the cut comes.
  private func pump(_ client: Int32, _ upstream: Int32) {
    defer {
      close(client)
      close(upstream)
    }
    // A simple query: its letter, its length, `commit`, zero.
    let commit: [UInt8] = [UInt8(ascii: "Q"), 0, 0, 0, 11] + Array("commit".utf8) + [0]
    var isCutting = false
    while true {
      var polls = [pollfd(fd: client, events: Int16(POLLIN), revents: 0), pollfd(fd: upstream, events: Int16(POLLIN), revents: 0)]
      guard poll(&polls, 2, -1) > 0 else { return }
      if polls[0].revents != 0 {
        guard let bytes = read(client) else { return }
        if bytes == commit, commits.add(1, ordering: .relaxed).newValue == cutAt {
          if moment == .before { return }
          isCutting = true
        }
        guard write(bytes, to: upstream) else { return }
      }
      if polls[1].revents != 0 {
        guard let bytes = read(upstream) else { return }
        // The server has answered the COMMIT; nobody will know.
        if isCutting { return }
        guard write(bytes, to: client) else { return }
      }
    }
  }

  private func read(_ descriptor: Int32) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    return count > 0 ? Array(buffer[..<count]) : nil
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  private static func withAddress(_ folder: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { path in
      path.copyBytes(from: Array((folder + "/.s.PGSQL.5432").utf8.prefix(path.count - 1)))
    }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
    }
  }
}
