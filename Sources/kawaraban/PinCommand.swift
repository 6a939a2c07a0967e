import ArgumentParser
import Facts
import Warehouse

/// `kawaraban pin`: an analyst's correction of a deal, which overrides the consensus and survives every backfill.
struct PinCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pin",
    abstract: "Correct a value of a deal by hand, with your name and your reason.",
    discussion: """
      The deal is named by its proof (--article and --quote: an article's key and characters of it), or by what it is
      (--company, several times, and --type); never by a number, which a new extraction may give to another deal. The
      next run applies the pin.

      Example:
        kawaraban pin --company openai --company aws --type cloud_compute amount "38000000000 USD" \\
          --author mori --reason "press release of 3 November"
      """)

  @Argument(help: "status, type, amount, duration_months, stake_percent, announced_on or round.")
  var attribute: String

  @Argument(help: "The value as `explain` writes it: 38000000000 USD, denied, 84. Without one, the deal has none.")
  var value: String?

  @Option(help: ArgumentHelp("Key of an article that tells the deal.", valueName: "key"))
  var article: String?

  @Option(help: "Characters of that article that prove the deal.")
  var quote: String?

  @Option(help: ArgumentHelp("A party of the deal; several times.", valueName: "id"))
  var company: [String] = []

  @Option(help: ArgumentHelp("The deal's type.", valueName: "type"))
  var type: String?

  @Option(help: ArgumentHelp("The day that it was announced on, to tell like deals apart.", valueName: "date"))
  var announcedOn: PartialDate?

  @Option(help: "Who corrects.")
  var author: String

  @Option(help: "Why.")
  var reason: String

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var general: GeneralOptions

  func validate() throws {
    let byProof = article != nil && quote != nil
    let byParties = !company.isEmpty && type != nil
    guard byProof != byParties else {
      throw ValidationError("name the deal by --article and --quote, or by --company and --type")
    }
    if let type, DealType(rawValue: type) == nil {
      throw ValidationError("“\(type)” is no type: \(DealType.allCases.map(\.rawValue).joined(separator: ", "))")
    }
  }

  func run() async throws {
    let selector: Pin.Selector
    if let article, let quote {
      selector = .evidence(article: article, quote: quote)
    } else {
      selector = .parties(companies: company.sorted(), type: type ?? "", announcedOn: announcedOn.map { "\($0)" })
    }
    let session = try WarehouseSession(try database.place(try general.load()))
    let id = try Pins().add(
      Pin(selector: selector, attribute: attribute, value: value, author: author, reason: reason), session.connection)
    print("pin \(id) is kept; the next run applies it")
  }
}

/// `kawaraban unpin`: takes a correction back.
struct UnpinCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unpin", abstract: "Take a correction back; its record stays.")

  @Argument(help: "Number of the pin, as `pins` shows it.")
  var id: Int64

  @Option(help: "Who takes it back.")
  var author: String

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var general: GeneralOptions

  func run() async throws {
    let session = try WarehouseSession(try database.place(try general.load()))
    guard try Pins().remove(id, author: author, session.connection) else {
      throw CommandFailure(.usage, "there is no pin \(id)")
    }
    print("pin \(id) is taken back; the next run shows the consensus again")
  }
}

/// `kawaraban pins`: the corrections that hold.
struct PinsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "pins", abstract: "List the corrections that hold.")

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var general: GeneralOptions

  func run() async throws {
    let session = try WarehouseSession(try database.place(try general.load()))
    var table = TextTable([
      ("pin", .right), ("deal", .left), ("attribute", .left), ("value", .left), ("deals matched", .right), ("author", .left),
      ("reason", .left),
    ])
    for kept in try Pins().list(session.connection) {
      let deal =
        switch kept.pin.selector {
        case .evidence(let article, let quote): "\(article) “\(quote)”"
        case .parties(let companies, let type, let day): ([type] + companies + [day].compactMap { $0 }).joined(separator: " ")
        }
      table.add(
        "\(kept.id)", deal, kept.pin.attribute, kept.pin.value ?? "none", kept.deals.map { "\($0)" } ?? "not yet run",
        kept.pin.author, kept.pin.reason)
    }
    try StandardStream.output.write(table.text.utf8)
  }
}
