import Articles
import Foundation

/// Inputs → articles → facts on several workers, delivered in the order of the inputs.
///
/// What `run`, `extract`, `evaluate` and `explain` have in common; they differ in what they do with each document.
struct ExtractionRun {
  /// Documents that a worker takes at a time, and their bytes: whichever is reached first.
  private static let portionDocuments = 32
  private static let portionBytes = 2 << 20

  let inputs: [String]
  let kit: ExtractionKit
  let jobs: Int
  let stop: StopSignal
  var readers = ReaderSettings()
  /// The warehouse that may hold articles already; `nil` where all are to be read.
  var lookup: WarehouseLookup?

  /// Stops early, cleanly, when `deliver` returns false or the stop signal is asked: what was delivered stays.
  func run(deliver: (ProcessedDocument) async throws -> Bool) async throws {
    let kit = self.kit
    let lookup = self.lookup
    let reader = readers.reader
    var left = kit.selection.limit ?? .max
    try await OrderedPipeline<[ArticleSource.Landing], [ProcessedDocument]>(jobs: jobs, window: jobs * 3).run(
      source: portions(),
      makeWorker: {
        let worker = DocumentWorker(
          reader: reader, extractor: try kit.extractor(), selection: kit.selection, known: try lookup?.connect())
        return { try worker.process($0) }
      },
      deliver: { documents in
        for document in documents {
          guard left > 0, try await deliver(cut(document, to: &left)) else { return false }
        }
        return left > 0
      })
  }

  private func cut(_ document: ProcessedDocument, to left: inout Int) -> ProcessedDocument {
    var document = document
    if document.articles.count > left {
      document.articles.removeLast(document.articles.count - left)
      document.isCut = true
    }
    left -= document.articles.count
    return document
  }

  private func portions() -> () -> [ArticleSource.Landing]? {
    let shard = kit.selection.shard
    let stop = self.stop
    // One at a time where little is asked for, so that the first result is there soon.
    let largest = min(Self.portionDocuments, kit.selection.limit ?? .max)
    // Another shard's addresses are not even fetched.
    let inputs = self.inputs.filter { !ArticleSource.isWebAddress($0) || shard?.contains($0) ?? true }
    var documents = readers.source(inputs).makeIterator()
    return {
      var portion: [ArticleSource.Landing] = []
      var bytes = 0
      while portion.count < largest, bytes < Self.portionBytes, !stop.isAsked, let landing = documents.next() {
        guard shard?.contains(landing.uri) ?? true else { continue }
        bytes += landing.byteCount
        portion.append(landing)
      }
      return portion.isEmpty ? nil : portion
    }
  }

  /// How many documents the inputs hold, for a progress bar; `nil` where only reading them would tell.
  static func count(_ inputs: [String]) -> Int? {
    var total = 0
    for input in inputs {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: input, isDirectory: &isFolder) else { return nil }
      guard isFolder.boolValue else {
        total += 1
        continue
      }
      guard
        let walk = FileManager.default.enumerator(
          at: URL(filePath: input), includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
      else { return nil }
      for case let url as URL in walk where !url.hasDirectoryPath { total += 1 }
    }
    return total
  }
}

extension ArticleSource.Landing {
  var uri: String {
    switch self {
    case .document(let document): document.uri
    case .reject(let reject): reject.uri
    }
  }

  fileprivate var byteCount: Int {
    switch self {
    case .document(let document): document.bytes.count
    case .reject(let reject): reject.bytes.count
    }
  }
}
