import ArgumentParser
import Foundation
import TestCluster
import Testing
import Yams

@testable import kawaraban

/// The definitions in `jobs/` and the Dockerfile use the program's real flags: each is parsed, and its command line run.
@Suite struct JobDefinitionTests {
  /// A Kubernetes object as nested dictionaries.
  private func object(_ file: String) throws -> Node {
    let text = try String(contentsOfFile: packagePath("jobs/kubernetes/\(file)"), encoding: .utf8)
    return try #require(try Yams.compose(yaml: text))
  }

  private func podSpec(_ file: String) throws -> Node {
    let object = try object(file)
    let spec = try #require(object["spec"])
    let job = spec["jobTemplate"]?["spec"] ?? spec
    return try #require(job["template"]?["spec"])
  }

  private func container(_ file: String) throws -> Node {
    let containers = try #require(try podSpec(file)["containers"]?.sequence)
    #expect(containers.count == 1)
    return try #require(containers.first)
  }

  private func arguments(_ file: String) throws -> [String] {
    try #require(try container(file)["args"]?.sequence).map { try #require($0.scalar?.string) }
  }

  /// Runs a job's command line over the samples and a database of the test, without writing.
  private func dryRun(_ arguments: [String]) throws -> KawarabanProcess {
    let database = try TestDatabase()
    let folder = try temporaryFolder()
    defer { remove(folder) }
    let local = arguments.map { argument in
      switch argument {
      case "/articles", "/srv/articles": packagePath("samples/articles")
      case "/metrics/kawaraban.prom", "/var/lib/kawaraban/kawaraban.prom": folder.appending(path: "kawaraban.prom").path
      default: argument.replacing("$(JOB_COMPLETION_INDEX)", with: "0")
      }
    }
    return try KawarabanProcess(local + ["--dry-run"], environment: ["KAWARABAN_DATABASE": database.url])
  }

  @Test("The Kubernetes jobs are of the kinds that they say, with what a cluster asks for", arguments: [
    ("cronjob.yaml", "CronJob"), ("backfill.yaml", "Job"),
  ])
  func kinds(file: String, kind: String) throws {
    let object = try object(file)
    #expect(object["apiVersion"]?.string == "batch/v1")
    #expect(object["kind"]?.string == kind)
    let pod = try podSpec(file)
    #expect(pod["restartPolicy"]?.string == "Never")
    #expect(pod["securityContext"]?["runAsNonRoot"]?.bool == true)
    let container = try container(file)
    #expect(container["image"]?.string == "kawaraban:\(Kawaraban.version)")
    #expect(container["command"] == nil)
    let database = try #require(container["env"]?.sequence?.first { $0["name"]?.string == "KAWARABAN_DATABASE" })
    #expect(database["valueFrom"]?["secretKeyRef"]?["key"]?.string != nil)
    let mounts = container["volumeMounts"]?.sequence?.compactMap { $0["name"]?.string } ?? []
    let volumes = pod["volumes"]?.sequence?.compactMap { $0["name"]?.string } ?? []
    #expect(mounts == volumes)
  }

  @Test("Failures that no second try mends are not tried again", arguments: ["cronjob.yaml", "backfill.yaml"])
  func failurePolicy(file: String) throws {
    let object = try object(file)
    let spec = try #require(object["spec"])
    let rules = try #require((spec["jobTemplate"]?["spec"] ?? spec)["podFailurePolicy"]?["rules"]?.sequence)
    let values = try #require(rules.first?["onExitCodes"]?["values"]?.sequence).compactMap(\.int)
    #expect(values == [Int(kawaraban.ExitStatus.usage.rawValue), Int(kawaraban.ExitStatus.configuration.rawValue)])
  }

  @Test("The command line of each Kubernetes job runs", arguments: ["cronjob.yaml", "backfill.yaml"])
  func commandLines(file: String) throws {
    let process = try dryRun(try arguments(file))
    #expect(process.status == 0, "\(process.errors)")
  }

  @Test("The backfill's pods are the shards of one whole")
  func shards() throws {
    let object = try object("backfill.yaml")
    let completions = try #require(object["spec"]?["completions"]?.int)
    let arguments = try arguments("backfill.yaml")
    let place = try #require(arguments.firstIndex(of: "--shard"))
    #expect(arguments[place + 1] == "$(JOB_COMPLETION_INDEX)/\(completions)")
    #expect(object["spec"]?["completionMode"]?.string == "Indexed")
  }

  @Test("The crontab line has five fields, a user and a command line that runs")
  func crontab() throws {
    let text = try String(contentsOfFile: packagePath("jobs/crontab"), encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.count == 1)
    let words = try #require(lines.first).split(separator: " ").map(String.init)
    #expect(words.count > 8)
    #expect(words[5] == "kawaraban")
    #expect(words[6].hasSuffix("/kawaraban"))
    let process = try dryRun(Array(words[7...]))
    #expect(process.status == 0, "\(process.errors)")
  }

  @Test("The container builds in one stage, runs in another as an ordinary user, and its entry point is the program")
  func dockerfile() throws {
    let text = try String(contentsOfFile: packagePath("Dockerfile"), encoding: .utf8)
    // Continued lines are one instruction; comments are none.
    let instructions = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: "\n")
      .replacing("\\\n", with: " ").split(separator: "\n").map(String.init)
    let stages = instructions.filter { $0.hasPrefix("FROM ") }
    #expect(stages.count == 2)
    #expect(stages.allSatisfy { $0.contains(":") && !$0.contains(":latest") && $0.contains("bookworm") })
    let last = Array(instructions[(instructions.lastIndex { $0.hasPrefix("FROM ") } ?? 0)...])
    let user = try #require(last.last { $0.hasPrefix("USER ") }).dropFirst(5)
    #expect(Int(user).map { $0 > 0 } == true)
    #expect(last.contains("ENTRYPOINT [\"kawaraban\"]"))
    #expect(last.contains("ENV KAWARABAN_CONTAINER=1"))
    for line in instructions where line.contains("apt-get install") {
      #expect(line.contains("--no-install-recommends") && line.contains("rm -rf /var/lib/apt/lists/*"))
    }
    // Every library that the build links is there at run time too.
    let build = instructions.first { $0.contains("-dev") } ?? ""
    let run = last.first { $0.contains("apt-get install") } ?? ""
    for library in ["libpq", "libmecab", "libxml2", "libarchive", "libcurl", "libzstd"] {
      #expect(build.contains(library) && run.contains(library))
    }
    #expect(run.contains("mecab-ipadic-utf8"))
  }
}
