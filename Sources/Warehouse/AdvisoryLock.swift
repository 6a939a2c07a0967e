internal import PostgreSQL

/// Keys of the server's advisory locks that the job takes, so that they never collide with each other.
struct AdvisoryLock {
  let classID: Int
  let objectID: Int

  /// "kawa" in ASCII.
  private static let namespace = 0x6B61_7761
  /// "krun": one lock a run, held while its session lives.
  private static let runs = 0x6B72_756E

  static let migration = AdvisoryLock(classID: namespace, objectID: 1)
  static let warehouse = AdvisoryLock(classID: namespace, objectID: 2)

  static func run(_ id: Int64) -> AdvisoryLock {
    AdvisoryLock(classID: runs, objectID: Int(id % Int64(Int32.max)))
  }

  var parameters: [Parameter] { [.integer(classID), .integer(objectID)] }
}
