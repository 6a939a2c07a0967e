import Foundation
import Warehouse

/// What a run did and what the warehouse holds after it: a table for a person, JSON for a machine, OpenMetrics for a
/// monitor.
struct RunSummary {
  enum Database {
    /// `folder` where it is not the usual one.
    case embedded(url: String, folder: String?)
    case server
  }

  let command: String
  var isDryRun = false
  var reading = ReadingTally()
  var counts = RunCounts()
  /// Articles that another version of the extractor read.
  var olderVersions = 0
  var refresh: MartBuilder.Outcome?
  var warehouse: WarehouseCounts?
  var database: Database?
  /// What a dry run of a backfill would change.
  var changes: DryRun.Changes?
  var seconds = 0.0

  init(command: String) { self.command = command }

  /// Articles read and extracted a second.
  var rate: Double { seconds > 0 ? Double(counts.read + (isDryRun ? reading.articles : 0)) / seconds : 0 }

  func table() -> String {
    var text = "\n"
    var run = TextTable([(isDryRun ? "dry run, nothing written" : "this run", .left), ("", .right)])
    for (name, value) in figures { run.add(name, grouped(value)) }
    run.add("seconds", tenths(seconds))
    text += run.text
    if let warehouse {
      var deals = TextTable([
        ("deals in the warehouse", .left), ("confirmed", .right), ("prospective", .right), ("unconfirmed", .right),
        ("negative", .right), ("sum, confirmed, USD", .right),
      ])
      for row in warehouse.deals {
        deals.add(
          row.type, grouped(row.confirmed), grouped(row.prospective), grouped(row.unconfirmed), grouped(row.negative),
          row.usd.map(grouped) ?? "–")
      }
      text += "\n" + deals.text
    }
    if let changes { text += differences(changes) }
    if olderVersions > 0 {
      text += "\n\(grouped(olderVersions)) articles were read by another version: `kawaraban backfill` reads them again.\n"
    }
    if case .embedded(let url, let folder) = database {
      let program = CommandLine.arguments[0]
      let place = folder.map { " --data-folder \($0)" } ?? ""
      text += """

        Look at it:   \(program) database psql\(place)
        BI tools:     \(url)
        For example:  select type, companies, amount, currency, status from mart.deals order by amount_usd desc nulls last limit 10;

        """
    }
    return text
  }

  private func differences(_ changes: DryRun.Changes) -> String {
    var totals = TextTable([
      ("would change", .left), ("deals", .right), ("then", .right), ("sum, USD", .right), ("then", .right),
    ])
    for total in changes.totals {
      totals.add(total.statusClass, grouped(total.dealsBefore), grouped(total.dealsAfter), total.usdBefore, total.usdAfter)
    }
    let deals = changes.deals.map { "  \($0.change.rawValue)  deal \($0.dealKey)  \($0.companies ?? "")  \($0.what)\n" }
    return "\n" + totals.text + "\n" + (deals.isEmpty ? "No deal would change.\n" : deals.joined())
  }

  func json() throws -> String {
    var members: [(String, String)] = [("command", jsonString(command)), ("dry_run", "\(isDryRun)")]
    members += figures.map { ($0.0.replacing(" ", with: "_"), "\($0.1)") }
    members.append(("older_versions", "\(olderVersions)"))
    members.append(("seconds", tenths(seconds)))
    if let warehouse {
      let rows = warehouse.deals.map { row in
        "{\"type\":\(jsonString(row.type)),\"confirmed\":\(row.confirmed),\"prospective\":\(row.prospective),"
          + "\"unconfirmed\":\(row.unconfirmed),\"negative\":\(row.negative)}"
      }
      members.append(("warehouse", "[\(rows.joined(separator: ","))]"))
    }
    return "{" + members.map { "\(jsonString($0.0)):\($0.1)" }.joined(separator: ",") + "}\n"
  }

  private var figures: [(String, Int)] {
    var figures = [
      ("documents", reading.documents), ("articles read", isDryRun ? reading.articles : counts.read),
    ]
    if !isDryRun {
      figures += [("articles new or changed", counts.landed), ("articles unchanged", counts.unchanged)]
    }
    figures += [
      ("rejected", isDryRun ? reading.rejects : counts.rejected), ("deals told", reading.deals), ("figures told", reading.metrics),
      ("relations told", reading.modelFacts),
    ]
    if let refresh {
      figures.append(("rows of the mart changed", refresh.total))
    }
    return figures
  }

  /// The run as OpenMetrics text, written whole: a scraper never sees half of it.
  func writeMetrics(to path: String) throws {
    let gauges: [(String, String, String)] = [
      ("kawaraban_run_articles_read", "Articles that the last run read.", "\(isDryRun ? reading.articles : counts.read)"),
      ("kawaraban_run_articles_landed", "Articles that the last run added or changed.", "\(counts.landed)"),
      ("kawaraban_run_articles_unchanged", "Articles that the warehouse held already.", "\(counts.unchanged)"),
      ("kawaraban_run_rejects", "Inputs that the last run could not read.", "\(isDryRun ? reading.rejects : counts.rejected)"),
      ("kawaraban_run_mart_rows_changed", "Rows of the mart that the last run changed.", "\(counts.martRowsChanged)"),
      ("kawaraban_run_seconds", "How long the last run took.", tenths(seconds)),
    ]
    var text = gauges.map { "# TYPE \($0.0) gauge\n# HELP \($0.0) \($0.1)\n\($0.0) \($0.2)\n" }.joined()
    if let warehouse {
      text += "# TYPE kawaraban_deals gauge\n# HELP kawaraban_deals Deals in the warehouse.\n"
      for row in warehouse.deals {
        for (status, count) in row.byClass {
          text += "kawaraban_deals{type=\"\(row.type)\",status_class=\"\(status)\"} \(count)\n"
        }
      }
    }
    text += "# EOF\n"
    do {
      try replaceFile(path, with: Data(text.utf8))
    } catch {
      throw CommandFailure(.configuration, "cannot write the metrics to \(path): \(error.localizedDescription)")
    }
  }

  private func tenths(_ value: Double) -> String {
    let whole = Int((value * 10).rounded())
    return "\(whole / 10).\(whole % 10)"
  }
}
