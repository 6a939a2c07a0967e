import Articles
import Warehouse

/// Carries what is known of the web between the warehouse (`ops.web_visit`) and the readers of a run.
struct WebState {
  let session: WarehouseSession
  let visits: WebVisits

  /// - Parameter askingForAll: as if no address had been visited before.
  func journal(of inputs: [String], askingForAll: Bool) throws -> WebJournal {
    let addresses = askingForAll ? [] : inputs.filter(ArticleSource.isWebAddress)
    let known = try visits.known(addresses, session.connection).map {
      ($0.address, WebValidators(etag: $0.etag, lastModified: $0.lastModified))
    }
    return WebJournal(earlier: Dictionary(known, uniquingKeysWith: { first, _ in first }))
  }

  /// - Parameter isWhole: whether all that the answer held has landed. Else the next run asks for all of it again.
  func keep(_ visit: WebVisit, isWhole: Bool) throws {
    guard visit.hasContent else { return try visits.touch(visit.address, status: visit.status, session.connection) }
    try visits.keep(
      WebVisits.Kept(
        address: visit.address, etag: isWhole ? visit.validators.etag : nil,
        lastModified: isWhole ? visit.validators.lastModified : nil, status: visit.status), session.connection)
  }

  func keepUnchanged(_ journal: WebJournal) throws {
    for visit in journal.takeUnchanged() { try keep(visit, isWhole: true) }
  }
}
