import Articles
import Synchronization
import Warehouse

/// Keeps a document that kills the job from killing every run: what is being read is noted, suspects are read alone after
/// all others, and what killed a run all by itself is rejected.
struct CrashGuard: Sendable {
  let url: String
  let inFlight: InFlight
  let suspects: [InFlight.Document: InFlight.Suspicion]

  init(session: WarehouseSession, run: Run) throws {
    url = session.url
    inFlight = InFlight(run: run)
    suspects = try inFlight.suspects(session.connection)
  }

  /// A connection of the worker's own, made inside its task.
  func connect() throws -> FlightNotes {
    FlightNotes(inFlight: inFlight, session: try WarehouseSession(.server(url), requiringSchema: false))
  }

  /// What to do with a landing: read it with the others, keep it for the end, or the reject in its place.
  func sort(_ landing: ArticleSource.Landing) -> Sorted {
    guard !suspects.isEmpty, let document = landing.inFlight, let suspicion = suspects[document] else { return .read(landing) }
    switch suspicion {
    case .readAlone: return .keep
    case .reject(let deaths):
      return .read(
        .reject(
          Reject(
            uri: document.uri, reason: .crashed,
            detail: "\(deaths) runs died while they read it, the last one while it read nothing else", stage: .reader,
            bytes: landing.bytes)))
    }
  }

  enum Sorted {
    case read(ArticleSource.Landing)
    case keep
  }
}

/// Notes what one worker reads.
final class FlightNotes {
  private let inFlight: InFlight
  private let session: WarehouseSession

  init(inFlight: InFlight, session: WarehouseSession) {
    self.inFlight = inFlight
    self.session = session
  }

  /// Around the reading of documents.
  func noting<R>(_ landings: [ArticleSource.Landing], isAlone: Bool, _ read: () throws -> R) throws -> R {
    let documents = landings.compactMap(\.inFlight)
    try inFlight.begin(documents, isAlone: isAlone, session.connection)
    let result = try read()
    try inFlight.end(documents, session.connection)
    return result
  }
}

/// Landings that wait for the end of a run.
final class KeptLandings: Sendable {
  private let landings = Mutex<[ArticleSource.Landing]>([])

  func keep(_ landing: ArticleSource.Landing) { landings.withLock { $0.append(landing) } }
  var all: [ArticleSource.Landing] { landings.withLock { $0 } }
}

extension ArticleSource.Landing {
  /// `nil` for what was rejected before it could be read.
  var inFlight: InFlight.Document? {
    guard case .document(let document) = self else { return nil }
    return InFlight.Document(uri: document.uri, sha256: sha256(document.bytes))
  }

  fileprivate var bytes: [UInt8] {
    switch self {
    case .document(let document): document.bytes
    case .reject(let reject): reject.bytes
    }
  }
}
