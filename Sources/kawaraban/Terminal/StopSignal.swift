import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// SIGTERM and SIGINT ask a run to end at its next batch; what was committed stays. A second SIGINT ends it at once.
final class StopSignal: Sendable {
  private final class Flag: Sendable {
    let isSet = Atomic<Bool>(false)
  }

  private let flag = Flag()
  /// Held so that they keep listening; never touched after `init`.
  nonisolated(unsafe) private let sources: [any DispatchSourceSignal]

  /// Takes the signals over. Without `listening`, a switch that only `ask` flips (for tests).
  init(listening: Bool = true, onFirst: @escaping @Sendable () -> Void = {}) {
    let flag = self.flag
    sources = (listening ? [SIGTERM, SIGINT] : []).map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        let wasAsked = flag.isSet.exchange(true, ordering: .acquiringAndReleasing)
        if wasAsked, number == SIGINT { exit(128 + SIGINT) }
        if !wasAsked { onFirst() }
      }
      source.resume()
      return source
    }
  }

  var isAsked: Bool { flag.isSet.load(ordering: .acquiring) }

  func ask() { flag.isSet.store(true, ordering: .releasing) }
}
