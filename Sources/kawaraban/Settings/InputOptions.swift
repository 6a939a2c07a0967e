import ArgumentParser

/// What a command reads.
struct InputArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("Files, folders, globs, - for standard input, http(s) addresses.", valueName: "input"))
  var inputs: [String] = []

  /// Those given, else those of the settings.
  func paths(_ settings: Settings, mayBeEmpty: Bool = false) throws -> [String] {
    let paths = settings.list("inputs", flags: inputs)
    guard mayBeEmpty || !paths.isEmpty else {
      throw CommandFailure(.usage, "nothing to read: give files, folders or addresses, or set “inputs” in the settings file")
    }
    return paths
  }
}

/// How a reading command shows what it does, and how strict it is.
struct ReadingOptions: ParsableArguments {
  @Flag(help: "Exit with status 65 if any article could not be read.")
  var strict = false

  @Option(help: "Progress bar on standard error: auto (on a terminal), always or never.")
  var progress: ProgressBar.Mode?

  func progressMode(_ settings: Settings) throws -> ProgressBar.Mode {
    try settings.value(
      "progress", flag: progress, parse: ProgressBar.Mode.init(rawValue:), expected: "auto, always or never") ?? .auto
  }

  func check(_ tally: ReadingTally, _ settings: Settings) throws {
    if try settings.isOn("strict", flag: strict), tally.rejects > 0 {
      throw CommandFailure(.badData, "\(tally.rejects) of the inputs could not be read (--strict)")
    }
  }
}
