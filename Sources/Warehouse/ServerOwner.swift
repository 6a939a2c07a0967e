internal import Foundation

/// The system user that the embedded server runs as: the caller, or for root an unprivileged one, since PostgreSQL refuses
/// to run as root.
struct ServerOwner: Sendable {
  let name: String
  let id: UInt32
  let group: UInt32
  /// Name of the user who runs the job; it connects as peer.
  let callerName: String
  let isChosenByRoot: Bool

  static func current() throws(WarehouseError) -> ServerOwner {
    let caller = geteuid()
    let callerName = getpwuid(caller).map { String(cString: $0.pointee.pw_name) } ?? "\(caller)"
    guard caller == 0 else {
      return ServerOwner(name: callerName, id: caller, group: getegid(), callerName: callerName, isChosenByRoot: false)
    }
    for name in ["postgres", "nobody"] {
      guard let entry = getpwnam(name) else { continue }
      return ServerOwner(
        name: name, id: entry.pointee.pw_uid, group: entry.pointee.pw_gid, callerName: callerName, isChosenByRoot: true)
    }
    throw WarehouseError(.cluster, "PostgreSQL does not run as root, and there is no user postgres or nobody to run it as")
  }

  /// Runs a program as the owner.
  func run(_ program: String, _ arguments: [String]) throws(WarehouseError) -> Subprocess {
    guard isChosenByRoot else { return try Subprocess(program, arguments) }
    for switcher in ["/usr/sbin/runuser", "/sbin/runuser", "/usr/bin/runuser"] where access(switcher, X_OK) == 0 {
      return try Subprocess(switcher, ["-u", name, "--", program] + arguments)
    }
    for switcher in ["/usr/bin/setpriv", "/bin/setpriv"] where access(switcher, X_OK) == 0 {
      return try Subprocess(
        switcher, ["--reuid=\(id)", "--regid=\(group)", "--clear-groups", program] + arguments)
    }
    throw WarehouseError(.cluster, "neither runuser nor setpriv is installed (Debian: apt-get install util-linux); root needs one to start PostgreSQL as \(name)")
  }

  /// Makes a file or folder the owner's alone.
  func take(_ path: String, mode: mode_t = 0o700) throws(WarehouseError) {
    guard chmod(path, mode) == 0, !isChosenByRoot || chown(path, id, group) == 0 else {
      throw WarehouseError(.cluster, "cannot give \(path) to \(name): \(String(cString: strerror(errno)))")
    }
  }
}
