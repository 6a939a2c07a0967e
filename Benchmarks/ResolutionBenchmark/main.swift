import Facts
import Foundation
import Resolution
import SyntheticPress

// Resolves a made-up press, articles a batch at a time as `kawaraban resolve` does, and prints claims a second, processor
// time, and the peak of resident memory. Making the press up is not counted in the times.
//
//     swift run -c release ResolutionBenchmark [CLAIMS] [DEALS] [CORES]

func argument(_ place: Int) -> Int? { CommandLine.arguments.dropFirst(place).first.flatMap { Int($0) } }

/// Seconds of processor time, of user and system.
func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Megabytes.
func peak() -> Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
  return (Int(line.filter(\.isNumber)) ?? 0) / 1024
}

func rounded(_ value: Double) -> String { String(format: "%.1f", value) }

/// Adds up the time between `start` and `stop`.
struct Stopwatch {
  private(set) var seconds = 0.0
  private(set) var processor = 0.0
  private var begun = (ContinuousClock.now, 0.0)

  mutating func start() { begun = (ContinuousClock.now, processorTime()) }

  mutating func stop() {
    let elapsed = (ContinuousClock.now - begun.0).components
    seconds += Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
    processor += processorTime() - begun.1
  }
}

func benchmark() throws {
  let wanted = argument(1) ?? 1_000_000
  let rates = try ExchangeRates(daily: Array("Date,USD,JPY\n2020-01-02,1.1,168\n".utf8))
  var press = SyntheticPress(.init(companies: 5000, deals: argument(2) ?? wanted / 10))
  var run = try ResolutionRun(Resolver(companies: CompanyTree(), rates: rates, cores: Cores(argument(3))))
  var watch = Stopwatch()
  var claims = 0
  var articles = 0
  while claims < wanted {
    let batch = (0..<4096).map { _ in press.article() }
    articles += batch.count
    claims += batch.reduce(0) { $0 + $1.deals.count }
    watch.start()
    try run.add(batch)
    watch.stop()
  }
  print(
    "\(claims) claims in \(articles) articles taken in: \(rounded(watch.seconds)) s, \(rounded(watch.processor)) s of processor time, "
      + "\(peak()) MB")
  watch.start()
  let resolved = try run.resolved()
  watch.stop()
  print(
    "\(resolved.deals.count) deals in \(rounded(watch.seconds)) s: \(Int(Double(claims) / watch.seconds)) claims a second; "
      + "\(rounded(watch.processor)) s of processor time, peak \(peak()) MB")
}

try benchmark()
