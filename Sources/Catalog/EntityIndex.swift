import Facts

/// Numbers all entities over all kinds, and finds a row by kind and id.
struct EntityIndex: Sendable {
  private(set) var types: [EntityType] = []
  private(set) var rows: [Int32] = []
  private(set) var ids: [String] = []
  /// Open addressing by kind and id: the number of an entity and one; 0 is an empty place. Half full at most. A dictionary of
  /// strings, with its seeded hash, would take a tenth of the time that the catalogue loads in.
  private var places: [Int32] = Array(repeating: 0, count: 1 << 15)

  /// False if the kind already has the id.
  mutating func add(_ type: EntityType, _ id: String, row: Int) -> Bool {
    let place = place(of: type, id)
    guard places[place] == 0 else { return false }
    types.append(type)
    rows.append(Int32(row))
    ids.append(id)
    places[place] = Int32(ids.count)
    if ids.count * 2 > places.count { grow() }
    return true
  }

  var count: Int { ids.count }

  func number(_ type: EntityType, _ id: String) -> Int32? {
    let number = places[place(of: type, id)]
    return number == 0 ? nil : number - 1
  }

  func row(_ type: EntityType, _ id: String) -> Int? { number(type, id).map { Int(rows[Int($0)]) } }

  /// Where an entity lies, or would be put.
  private func place(of type: EntityType, _ id: String) -> Int {
    let mask = places.count - 1
    var place = Self.hash(type, id) & mask
    while places[place] != 0, ids[Int(places[place]) - 1] != id || types[Int(places[place]) - 1] != type { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    places = Array(repeating: 0, count: places.count * 2)
    for number in ids.indices { places[place(of: types[number], ids[number])] = Int32(number + 1) }
  }

  /// FNV-1a over the kind and the id's bytes.
  private static func hash(_ type: EntityType, _ id: String) -> Int {
    let kind: UInt64 =
      switch type {
      case .company: 1
      case .model: 2
      case .chip: 3
      case .product: 4
      case .person: 5
      }
    var hash = (0xcbf2_9ce4_8422_2325 ^ kind) &* 0x100_0000_01b3
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: hash >> 32 ^ hash) & Int.max
  }
}
