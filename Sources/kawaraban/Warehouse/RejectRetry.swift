import Articles
import Foundation
import Warehouse

/// Tries again what earlier runs could not read (`run --retry-rejects`): from its place where that still is, else from
/// the bytes that were kept, if they are all of them.
struct RejectRetry {
  let readers: ReaderSettings
  let worker: DocumentWorker
  let session: WarehouseSession
  let rejects: Rejects

  /// Hands every retried document to `take`; returns how many were read after all.
  func run(_ take: (ProcessedDocument) throws -> Void) throws -> Int {
    var mended: [Int64] = []
    for kept in try rejects.open(session.connection) {
      guard let landing = landing(of: kept) else { continue }
      for document in try worker.process([landing]) {
        try take(document)
        if document.rejects.isEmpty { mended.append(kept.id) }
      }
    }
    try rejects.resolve(mended, session.connection)
    return mended.count
  }

  private func landing(of kept: Rejects.Kept) -> ArticleSource.Landing? {
    if FileManager.default.fileExists(atPath: kept.uri) {
      var source = readers.source([kept.uri]).makeIterator()
      return source.next()
    }
    guard let bytes = kept.bytes, bytes.count < readers.limits.rejectBytes else {
      // An answer that never came is asked for again; a part of one, `https://…/feed#3`, stands for no address.
      guard ArticleSource.isWebAddress(kept.uri), kept.bytes == nil else { return nil }
      var source = readers.source([kept.uri]).makeIterator()
      return source.next()
    }
    return .document(RawDocument(uri: kept.uri, bytes: bytes, hints: .init(name: kept.uri)))
  }
}
