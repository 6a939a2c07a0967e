internal import Foundation

/// Runs a program to its end. Not with Foundation's `Process`, which waits for a socket that its children inherit: a server
/// left behind by `pg_ctl` would keep it open for ever. For the same reason output goes through a file, not a pipe.
struct Subprocess {
  let status: Int32
  let output: String

  init(_ program: String, _ arguments: [String]) throws(WarehouseError) {
    guard let stream = tmpfile() else {
      throw WarehouseError(.cluster, "cannot make a temporary file: \(String(cString: strerror(errno)))")
    }
    defer { fclose(stream) }
    let file = fileno(stream)

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, file, 1)
    posix_spawn_file_actions_adddup2(&actions, file, 2)

    // From the root folder: one that an unprivileged user may not enter would make its programs complain.
    let command = ["/bin/sh", "-c", "cd / && exec \"$0\" \"$@\"", program] + arguments
    var pointers: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var process = pid_t()
    let failure = posix_spawn(&process, "/bin/sh", &actions, nil, &pointers, environ)
    guard failure == 0 else {
      throw WarehouseError(.cluster, "cannot run \(program): \(String(cString: strerror(failure)))")
    }
    var wait: Int32 = 0
    while waitpid(process, &wait, 0) < 0 {
      guard errno == EINTR else { throw WarehouseError(.cluster, "lost sight of \(program)") }
    }
    // Exited: the second byte is its status; ended by a signal: as a shell counts it.
    status = wait & 0x7F == 0 ? (wait >> 8) & 0xFF : 128 + (wait & 0x7F)
    output = Subprocess.contents(of: file)
  }

  /// What a program prints; `nil` where it cannot run or fails.
  static func output(_ program: String, _ arguments: [String]) -> String? {
    do {
      let run = try Subprocess(program, arguments)
      return run.status == 0 ? run.output : nil
    } catch { return nil }
  }

  private static func contents(of file: Int32) -> String {
    lseek(file, 0, SEEK_SET)
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(file, &chunk, chunk.count)
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
