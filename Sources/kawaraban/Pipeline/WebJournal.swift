import Articles
import Synchronization

/// What servers said of addresses: from earlier runs, to ask for changes only, and in this run, to be kept.
///
/// A visit is kept with its validators only once all that the answer held has landed: what was left out, refused or lost
/// with a killed run must come whole the next time. Example: a feed read under `--limit 3` is not “unchanged” afterwards.
final class WebJournal: Sendable {
  private let earlier: [String: WebValidators]
  private let visits = Mutex<[String: WebVisit]>([:])

  init(earlier: [String: WebValidators]) { self.earlier = earlier }

  @Sendable func known(_ address: String) -> WebValidators? { earlier[address] }

  @Sendable func visited(_ visit: WebVisit) { visits.withLock { $0[visit.address] = visit } }

  /// The visit that a document came from, once.
  func take(_ address: String) -> WebVisit? { visits.withLock { $0.removeValue(forKey: address) } }

  /// The visits that brought no document, in the order of their addresses.
  func takeUnchanged() -> [WebVisit] {
    visits.withLock { visits in
      let unchanged = visits.values.filter(\.isUnchanged).sorted { $0.address < $1.address }
      for visit in unchanged { visits[visit.address] = nil }
      return unchanged
    }
  }
}
