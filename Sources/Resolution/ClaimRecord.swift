import Facts

/// One claim boiled down to what comparing it with another needs; names are numbers, dates are day numbers.
struct ClaimRecord {
  /// Number of the article in arrival or canonical order, and place of the claim in its deals.
  let article: Int32
  let index: Int32
  /// Place of what it says in `ClaimRecords.contents`: claims of equal content share one.
  var content: Int32
  /// Days since 1970-01-01.
  let published: Int32?
  /// The article tells another deal between these houses, so that this one stands against it.
  var isContrasted = false
  /// The words of the first evidence.
  let words: Words
}

extension ClaimRecord {
  /// A party as compared: the company, the house it belongs to, its role.
  struct Member: Hashable {
    let company: Int
    let house: Int
    let role: Role
  }

  /// Who takes part. Shared by all claims that name the same, of which there are many.
  final class Cast: Hashable, Sendable {
    let members: [Member]
    /// Distinct houses, ascending.
    let houses: [Int]
    /// Houses that are in no catalogue: such names are rare, so sharing one says more.
    let rareHouses: [Int]

    init(_ members: [Member], rareHouses: [Int]) {
      self.members = members
      houses = distinct(members.map(\.house))
      self.rareHouses = rareHouses
    }

    static func == (left: Cast, right: Cast) -> Bool {
      left === right || left.members == right.members && left.rareHouses == right.rareHouses
    }

    func hash(into hasher: inout Hasher) { for member in members { hasher.combine(member.company) } }
  }

  /// A date as the days that it can mean.
  struct Days: Hashable {
    private let from: Int32
    private let to: Int32

    var first: Int { Int(from) }
    var last: Int { Int(to) }

    init(first: Int, last: Int) {
      from = Int32(clamping: first)
      to = Int32(clamping: last)
    }

    init?(_ date: PartialDate?) {
      guard let first = date?.earliest?.dayNumber, let last = date?.latest?.dayNumber else { return nil }
      self.init(first: first, last: last)
    }

    func overlaps(_ other: Days) -> Bool { first <= other.last && other.first <= last }

    /// Days between the nearest ends; 0 where they overlap.
    func distance(to other: Days) -> Int { max(0, first - other.last, other.first - last) }
  }

  /// A funding round's canonical name, as numbers.
  struct Round: Hashable {
    let name: Int
    /// `third round`, as against `Series C`.
    let isNumbered: Bool

    init(name: Int, isNumbered: Bool) {
      self.name = name
      self.isNumbered = isNumbered
    }

    init?(_ name: String) {
      guard let canonical = RoundName.canonical(name) else { return nil }
      self.init(name: StableHash.number(of: canonical), isNumbered: RoundName.isNumbered(canonical))
    }

    func contradicts(_ other: Round) -> Bool { name != other.name && isNumbered == other.isNumbered }
  }

  /// A size in units other than money.
  struct Size: Hashable {
    let value: Double
    let unit: Int

    init(value: Double, unit: Int) {
      self.value = value
      self.unit = unit
    }

    init(_ capacity: Capacity) { self.init(value: capacity.value.approximate, unit: StableHash.number(of: capacity.unit)) }
  }

  /// A claim's words of proof, as a fingerprint of their folded form.
  struct Words: Hashable {
    let hash: UInt64
    /// Bytes; short words prove no copy.
    let count: Int32

    init(hash: UInt64, count: Int) {
      self.hash = hash
      self.count = Int32(clamping: count)
    }

    init(_ claim: DealClaim) {
      let folded = claim.evidence.first.map { EntityName.folded($0.text) } ?? ""
      // FNV-1a.
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in folded.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      self.init(hash: hash, count: folded.utf8.count)
    }

    /// Long enough that two articles with the same words copy one another.
    var proveCopy: Bool { count >= 24 }
    var areTelling: Bool { count >= 12 }
  }
}

extension ClaimRecord {
  /// The same claim in a set that numbers articles and contents in its own way.
  func at(_ article: Int, content: Int32) -> ClaimRecord {
    ClaimRecord(
      article: Int32(article), index: index, content: content, published: published, isContrasted: isContrasted, words: words)
  }
}

/// The claims of a set, in canonical order, and the distinct things that they say.
struct ClaimRecords {
  var records: [ClaimRecord] = []
  var contents: [ClaimContent] = []
}

func distinct(_ numbers: [Int]) -> [Int] {
  if numbers.count < 2 { return numbers }
  var result = numbers.sorted()
  var kept = 0
  for number in result where kept == 0 || result[kept - 1] != number {
    result[kept] = number
    kept += 1
  }
  result.removeLast(result.count - kept)
  return result
}
