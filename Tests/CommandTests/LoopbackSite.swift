import Foundation
import Synchronization

/// A web site on this machine's loopback: answers from memory, honours `If-None-Match`, writes down what was asked.
final class LoopbackSite: Sendable {
  struct Page: Sendable {
    var body: String
    var type = "text/html; charset=utf-8"
    var etag: String?
    var status = 200
  }

  struct Unavailable: Error { let step: String }

  private let listener: Int32
  let port: UInt16
  private let state = Mutex<(pages: [String: Page], asked: [String])>(([:], []))

  init(_ pages: [String: Page]) throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw Unavailable(step: "socket") }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, length) == 0 && listen(descriptor, 16) == 0 && getsockname(descriptor, pointer, &length) == 0
      }
    }
    guard isBound else {
      close(descriptor)
      throw Unavailable(step: "bind")
    }
    listener = descriptor
    port = UInt16(bigEndian: address.sin_port)
    state.withLock { $0.pages = pages }
    Thread.detachNewThread { [self] in serve() }
  }

  /// Ends the thread that serves; to be called at the end of a test.
  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  func put(_ path: String, _ page: Page) { state.withLock { $0.pages[path] = page } }

  /// Paths with the status that was answered, `/robots.txt` left out; asking again begins anew.
  func takeAsked() -> [String] {
    state.withLock { state in
      defer { state.asked = [] }
      return state.asked
    }
  }

  private func serve() {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else {
        close(listener)
        return
      }
      var request: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 4096)
      while !String(decoding: request, as: UTF8.self).contains("\r\n\r\n") {
        let count = recv(connection, &buffer, buffer.count, 0)
        guard count > 0 else { break }
        request.append(contentsOf: buffer[..<count])
      }
      let reply = Array(answer(String(decoding: request, as: UTF8.self)).utf8)
      _ = send(connection, reply, reply.count, Int32(MSG_NOSIGNAL))
      close(connection)
    }
  }

  private func answer(_ request: String) -> String {
    let lines = request.components(separatedBy: "\r\n")
    let words = lines[0].components(separatedBy: " ")
    let path = words.count > 1 ? words[1] : "/"
    let known = lines.first { $0.lowercased().hasPrefix("if-none-match:") }?.dropFirst(14).trimmingCharacters(in: .whitespaces)
    return state.withLock { state in
      let page = state.pages[path] ?? Page(body: "no such page", status: 404)
      let isUnchanged = page.etag != nil && page.etag == known
      let status = isUnchanged ? 304 : page.status
      if path != "/robots.txt" { state.asked.append("\(path) \(status)") }
      let body = isUnchanged ? "" : page.body
      let etag = page.etag.map { "ETag: \($0)\r\n" } ?? ""
      return "HTTP/1.1 \(status) -\r\nContent-Type: \(page.type)\r\n\(etag)Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)"
    }
  }
}
