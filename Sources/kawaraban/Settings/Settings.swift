import Foundation
import Yams

/// Where a setting comes from, in this order: the flag, the environment (`KAWARABAN_JOBS` for `--jobs`),
/// the settings file (`jobs: 4`), the default of the command.
///
/// The file is the one that `--settings` or `KAWARABAN_SETTINGS` names, else `kawaraban.yaml` in the current folder,
/// else in the user's configuration folder. An unknown key in it is an error: a misspelt setting must not be ignored.
struct Settings: Sendable {
  /// The keys that a settings file may hold, and the flags of the same name.
  static let keys: Set<String> = [
    "inputs", "database", "data-folder", "catalog", "rules", "jobs", "log-format", "progress", "metrics", "format", "source",
    "strict", "wait", "from", "to", "limit", "shard", "batch", "max-bytes", "max-expansion", "max-members", "max-nesting",
    "max-blocks", "field", "pause", "timeout", "user-agent", "max-pages",
    "statement-timeout", "lock-timeout", "retries",
  ]

  let environment: [String: String]
  let file: [String: [String]]

  init(environment: [String: String], file: [String: [String]] = [:]) {
    self.environment = environment
    self.file = file
  }

  /// Reads the file that applies, if there is one.
  init(named path: String?, environment: [String: String], currentFolder: String = ".") throws {
    let named = path ?? environment["KAWARABAN_SETTINGS"]
    let home = environment["XDG_CONFIG_HOME"] ?? environment["HOME"].map { $0 + "/.config" }
    let usual = ["\(currentFolder)/kawaraban.yaml"] + (home.map { ["\($0)/kawaraban/kawaraban.yaml"] } ?? [])
    guard let found = named ?? usual.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
      self.init(environment: environment)
      return
    }
    let text: String
    do {
      text = try String(contentsOfFile: found, encoding: .utf8)
    } catch {
      throw CommandFailure(.configuration, "cannot read the settings file \(found): \(error.localizedDescription)")
    }
    self.init(environment: environment, file: try Self.parse(text, name: found))
  }

  static func parse(_ text: String, name: String) throws -> [String: [String]] {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw CommandFailure(.configuration, "\(name) is no YAML: \(error)")
    }
    guard let root else { return [:] }
    guard let mapping = root.mapping else {
      throw CommandFailure(.configuration, "\(name) must hold settings as “name: value” lines")
    }
    var result: [String: [String]] = [:]
    for (key, value) in mapping {
      guard let key = key.string, keys.contains(key) else {
        throw CommandFailure(
          .configuration,
          "\(name): unknown setting “\(key.string ?? "?")”; known are \(keys.sorted().joined(separator: ", "))")
      }
      if let sequence = value.sequence {
        result[key] = sequence.compactMap(\.scalar?.string)
      } else if let scalar = value.scalar {
        result[key] = [scalar.string]
      } else {
        throw CommandFailure(.configuration, "\(name): “\(key)” must be a value or a list of values")
      }
    }
    return result
  }

  func text(_ key: String, flag: String?) -> String? {
    flag ?? environment[Self.variable(key)] ?? file[key]?.first
  }

  func list(_ key: String, flags: [String]) -> [String] {
    if !flags.isEmpty { return flags }
    if let value = environment[Self.variable(key)] { return value.split(separator: ":").map(String.init) }
    return file[key] ?? []
  }

  func isOn(_ key: String, flag: Bool) throws -> Bool {
    if flag { return true }
    guard let value = environment[Self.variable(key)] ?? file[key]?.first else { return false }
    switch value.lowercased() {
    case "true", "yes", "on", "1": return true
    case "false", "no", "off", "0", "": return false
    default: throw CommandFailure(.configuration, "“\(key)” must be true or false, not “\(value)”")
    }
  }

  func value<Value>(_ key: String, flag: Value?, parse: (String) -> Value?, expected: String) throws -> Value? {
    if let flag { return flag }
    guard let value = environment[Self.variable(key)] ?? file[key]?.first else { return nil }
    guard let parsed = parse(value) else {
      throw CommandFailure(.configuration, "“\(key)” must be \(expected), not “\(value)”")
    }
    return parsed
  }

  private static func variable(_ key: String) -> String {
    "KAWARABAN_" + key.uppercased().replacing("-", with: "_")
  }
}
