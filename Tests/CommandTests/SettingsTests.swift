import Testing

@testable import kawaraban

@Suite struct SettingsTests {
  private let file = ["jobs": ["2"], "inputs": ["a", "b"], "database": ["postgresql://file"], "strict": ["true"]]

  @Test("A flag beats the environment, which beats the file, which beats nothing")
  func precedence() throws {
    let both = Settings(environment: ["KAWARABAN_DATABASE": "postgresql://environment"], file: file)
    #expect(both.text("database", flag: "postgresql://flag") == "postgresql://flag")
    #expect(both.text("database", flag: nil) == "postgresql://environment")
    #expect(Settings(environment: [:], file: file).text("database", flag: nil) == "postgresql://file")
    #expect(Settings(environment: [:]).text("database", flag: nil) == nil)
  }

  @Test("A variable is named after its flag")
  func variableNames() throws {
    let settings = Settings(environment: ["KAWARABAN_LOG_FORMAT": "json"])
    #expect(settings.text("log-format", flag: nil) == "json")
  }

  @Test("Inputs come from the file where none are given")
  func inputs() {
    #expect(Settings(environment: [:], file: file).list("inputs", flags: []) == ["a", "b"])
    #expect(Settings(environment: [:], file: file).list("inputs", flags: ["c"]) == ["c"])
  }

  @Test("A file is read into keys and values, single ones and lists")
  func parsing() throws {
    let parsed = try Settings.parse(
      """
      # what the nightly run reads
      inputs:
        - articles/
        - https://news.example.jp/feed.xml
      jobs: 4
      strict: yes
      """, name: "kawaraban.yaml")
    #expect(parsed == ["inputs": ["articles/", "https://news.example.jp/feed.xml"], "jobs": ["4"], "strict": ["yes"]])
  }

  @Test("An empty file sets nothing")
  func emptyFile() throws {
    #expect(try Settings.parse("# nothing yet\n", name: "kawaraban.yaml").isEmpty)
  }

  @Test(
    "A misspelt key, a value of another kind and a file that is no YAML are configuration errors",
    arguments: ["job: 4", "- a\n- b", "jobs: {a: 1}", "jobs: [1"])
  func wrongFiles(text: String) throws {
    let error = #expect(throws: CommandFailure.self) { try Settings.parse(text, name: "kawaraban.yaml") }
    #expect(error?.status == .configuration)
    #expect(error?.description.contains("kawaraban.yaml") == true)
  }

  @Test("A value that does not parse names its key and what was expected")
  func wrongValue() throws {
    let settings = Settings(environment: ["KAWARABAN_JOBS": "many"])
    let error = #expect(throws: CommandFailure.self) {
      try settings.value("jobs", flag: nil, parse: { Int($0) }, expected: "a whole number")
    }
    #expect(error?.status == .configuration)
    #expect(error?.description == "“jobs” must be a whole number, not “many”")
    #expect(throws: CommandFailure.self) { try Settings(environment: ["KAWARABAN_STRICT": "maybe"]).isOn("strict", flag: false) }
  }

  @Test("A named settings file that is missing is a configuration error")
  func missingFile() throws {
    let error = #expect(throws: CommandFailure.self) { try Settings(named: "no/such/file.yaml", environment: [:]) }
    #expect(error?.status == .configuration)
  }
}

@Suite struct ShardTests {
  @Test("A shard is written I/N, I from 0", arguments: ["0/1", "0/4", "3/4"])
  func valid(text: String) {
    #expect(Shard(argument: text) != nil)
  }

  @Test("Anything else is refused", arguments: ["4/4", "-1/4", "1", "1/0", "a/b", "1/2/3", ""])
  func invalid(text: String) {
    #expect(Shard(argument: text) == nil)
  }

  @Test("Every address is in exactly one of the shards, and the shards are of like size")
  func partition() throws {
    let shards = try (0..<4).map { try #require(Shard(argument: "\($0)/4")) }
    let addresses = (0..<1000).map { "articles/ja-\($0).md" }
    for address in addresses { #expect(shards.filter { $0.contains(address) }.count == 1) }
    for shard in shards { #expect((150...350).contains(addresses.filter(shard.contains).count)) }
  }
}
