import Foundation

/// Draws the progress bar on standard error, at most ten times a second, and takes it away at the end.
final class ProgressReporter {
  private var bar: ProgressBar
  private let isShown: Bool
  private let started = ContinuousClock.now
  private var lastDrawn: ContinuousClock.Instant?
  private let stream = StandardStream.error

  init(mode: ProgressBar.Mode, total: Int?) {
    bar = ProgressBar(total: total)
    isShown = mode == .always || (mode == .auto && StandardStream.error.isTerminal)
  }

  var elapsedSeconds: Double {
    let elapsed = ContinuousClock.now - started
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
  }

  func advance() {
    bar.done += 1
    guard isShown else { return }
    let now = ContinuousClock.now
    if let lastDrawn, now - lastDrawn < .milliseconds(100) { return }
    lastDrawn = now
    bar.elapsedSeconds = elapsedSeconds
    stream.write("\r\u{1B}[2K" + bar.line(columns: stream.columns - 1))
  }

  /// Clears the line, so that a message or the table can be written.
  func clear() {
    guard isShown, lastDrawn != nil else { return }
    stream.write("\r\u{1B}[2K")
    lastDrawn = nil
  }
}
