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
  /// Notes what is being read; `nil` where there is no warehouse to note it in.
  var crashGuard: CrashGuard?

  /// Stops early, cleanly, when `deliver` returns false or the stop signal is asked: what was delivered stays.
  /// `beforeSuspects` is called before each document is read that runs may have died of.
  func run(
    beforeSuspects settle: () throws -> Void = {}, deliver: (ProcessedDocument) async throws -> Bool
  ) async throws {
    let kit = self.kit
    let lookup = self.lookup
    let crashGuard = self.crashGuard
    let reader = readers.reader
    let kept = KeptLandings()
    @Sendable func makeWorker() throws -> DocumentWorker {
      DocumentWorker(
        reader: reader, extractor: try kit.extractor(), selection: kit.selection, known: try lookup?.connect(),
        notes: try crashGuard?.connect())
    }
    var left = kit.selection.limit ?? .max
    func take(_ documents: [ProcessedDocument]) async throws -> Bool {
      for document in documents {
        guard left > 0, try await deliver(cut(document, to: &left)) else { return false }
      }
      return left > 0
    }
    try await OrderedPipeline<[ArticleSource.Landing], [ProcessedDocument]>(jobs: jobs, window: jobs * 3).run(
      source: portions(keeping: kept),
      makeWorker: {
        let worker = try makeWorker()
        return { try worker.process($0) }
      },
      deliver: take)
    // What other runs died with, one at a time and nothing beside it.
    var worker: DocumentWorker?
    for landing in kept.all where left > 0 && !stop.isAsked {
      let alone = try worker ?? makeWorker()
      worker = alone
      try settle()
      guard try await take(try alone.process([landing], isAlone: true)) else { return }
    }
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

  private func portions(keeping kept: KeptLandings) -> () -> [ArticleSource.Landing]? {
    let crashGuard = self.crashGuard
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
        switch crashGuard?.sort(landing) ?? .read(landing) {
        case .keep: kept.keep(landing)
        case .read(let landing):
          bytes += landing.byteCount
          portion.append(landing)
        }
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
