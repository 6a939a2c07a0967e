import Foundation
import Testing

/// The built program, run to its end with arguments and a clean environment.
struct KawarabanProcess {
  let status: Int32
  let output: String
  let errors: String

  /// The program beside the tests that run; `swift test` has built it for them.
  static var path: String {
    get throws {
      let test = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      let folder = test.deletingLastPathComponent()
      let program = folder.appending(path: "kawaraban").path
      guard FileManager.default.isExecutableFile(atPath: program) else { throw NotBuilt(path: program) }
      return program
    }
  }

  struct NotBuilt: Error { let path: String }

  @discardableResult
  init(
    _ arguments: [String], environment: [String: String] = [:], input: Data? = nil, folder: String? = nil,
    addressSpaceKilobytes: Int? = nil
  ) throws {
    let started = try RunningKawaraban(
      arguments, environment: environment, input: input, folder: folder, addressSpaceKilobytes: addressSpaceKilobytes)
    self = try started.wait()
  }

  init(status: Int32, output: String, errors: String) {
    self.status = status
    self.output = output
    self.errors = errors
  }

  var lines: [Substring] { output.split(separator: "\n") }
}

/// The program while it runs, so that it can be killed. Output goes to files: a pipe would fill, and a server that the
/// program leaves behind would keep it open.
final class RunningKawaraban {
  let processID: pid_t

  /// Whether it has not ended yet; its status stays to be waited for.
  var isRunning: Bool {
    var info = siginfo_t()
    return waitid(P_PID, id_t(processID), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info._sifields._kill.si_pid == 0
  }

  private let folder: URL

  init(
    _ arguments: [String], environment: [String: String] = [:], input: Data? = nil, folder: String? = nil,
    addressSpaceKilobytes: Int? = nil
  ) throws {
    self.folder = try temporaryFolder()
    let input = input ?? Data()
    let inputFile = self.folder.appending(path: "input").path
    try input.write(to: URL(filePath: inputFile))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, inputFile, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, self.folder.appending(path: "output").path, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, self.folder.appending(path: "errors").path, O_WRONLY | O_CREAT, 0o600)
    var variables = environment
    let own = ProcessInfo.processInfo.environment
    for name in ["PATH", "HOME", "LD_LIBRARY_PATH", "LANG", "USER"] where variables[name] == nil { variables[name] = own[name] }
    // The shell only changes folder and limits; the program takes over its process.
    let program = "/bin/sh"
    let limit = addressSpaceKilobytes.map { "ulimit -v \($0) && " } ?? ""
    let command = [program, "-c", limit + "cd \"$0\" && exec \"$@\"", folder ?? ".", try KawarabanProcess.path] + arguments
    var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    var pairs: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + pairs { free(word) } }
    var process = pid_t()
    let failure = posix_spawn(&process, program, &actions, nil, &words, &pairs)
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EINVAL) }
    processID = process
  }

  func kill(_ signal: Int32) { Foundation.kill(processID, signal) }

  /// How far its messages are, while it runs.
  var errorsSoFar: String {
    String(decoding: FileManager.default.contents(atPath: folder.appending(path: "errors").path) ?? Data(), as: UTF8.self)
  }

  func wait() throws -> KawarabanProcess {
    var status: Int32 = 0
    while waitpid(processID, &status, 0) < 0 {
      guard errno == EINTR else { throw POSIXError(.ECHILD) }
    }
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }
    let result = KawarabanProcess(
      status: status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F), output: try text("output"),
      errors: try text("errors"))
    try FileManager.default.removeItem(at: folder)
    return result
  }
}

/// A fresh folder that the unprivileged server may enter.
func temporaryFolder() throws -> URL {
  let folder = FileManager.default.temporaryDirectory.appending(path: "kawaraban-test-\(UUID().uuidString.prefix(8))")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
  return folder
}

func remove(_ folder: URL) {
  do { try FileManager.default.removeItem(at: folder) } catch { Issue.record("\(folder.path) is left: \(error)") }
}

/// The package's own folder, for its samples and job definitions.
let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

func packagePath(_ path: String) -> String { packageRoot.appending(path: path).path }
