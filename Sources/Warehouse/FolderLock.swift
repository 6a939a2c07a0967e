internal import Foundation

/// A lock between processes on one machine, freed by the system when its holder dies.
struct FolderLock {
  private let descriptor: Int32

  /// Waits until the lock is free.
  init(path: String) throws(WarehouseError) {
    descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw WarehouseError(.cluster, "cannot open \(path): \(String(cString: strerror(errno)))") }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        close(descriptor)
        throw WarehouseError(.cluster, "cannot lock \(path)")
      }
    }
  }

  func release() {
    close(descriptor)
  }
}
