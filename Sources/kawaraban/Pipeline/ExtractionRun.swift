import Articles
import Foundation

/// Inputs → articles → facts on several workers, delivered in the order of the inputs.
///
/// What `run`, `extract`, `evaluate` and `explain` have in common; they differ in what they do with each document.
struct ExtractionRun {
  let inputs: [String]
  let kit: ExtractionKit
  let jobs: Int
  let stop: StopSignal

  /// Stops early, cleanly, when `deliver` returns false or the stop signal is asked: what was delivered stays.
  func run(deliver: (ProcessedDocument) async throws -> Bool) async throws {
    let shard = kit.selection.shard
    let kit = self.kit
    let stop = self.stop
    var documents = ArticleSource(inputs: inputs).makeIterator()
    var left = kit.selection.limit ?? .max
    try await OrderedPipeline<ArticleSource.Landing, ProcessedDocument>(jobs: jobs).run(
      source: {
        while !stop.isAsked, let landing = documents.next() {
          if shard?.contains(landing.uri) ?? true { return landing }
        }
        return nil
      },
      makeWorker: {
        let worker = try kit.worker()
        return { worker.process($0) }
      },
      deliver: { document in
        var document = document
        if document.articles.count > left { document.articles.removeLast(document.articles.count - left) }
        left -= document.articles.count
        return try await deliver(document) && left > 0
      })
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
      guard let walk = FileManager.default.enumerator(
        at: URL(filePath: input), includingPropertiesForKeys: [.isRegularFileKey], options: .skipsHiddenFiles)
      else { return nil }
      for case let url as URL in walk where (try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) ?? false {
        total += 1
      }
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
}
