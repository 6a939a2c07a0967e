import Facts

/// Numbers all entities over all kinds, and finds a row by kind and id.
struct EntityIndex: Sendable {
  private(set) var types: [EntityType] = []
  private(set) var rows: [Int32] = []
  private(set) var ids: [String] = []
  private var numbers: [EntityType: [String: Int32]] = [:]

  /// False if the kind already has the id.
  mutating func add(_ type: EntityType, _ id: String, row: Int) -> Bool {
    guard numbers[type]?[id] == nil else { return false }
    numbers[type, default: [:]][id] = Int32(ids.count)
    types.append(type)
    rows.append(Int32(row))
    ids.append(id)
    return true
  }

  var count: Int { ids.count }

  func number(_ type: EntityType, _ id: String) -> Int32? { numbers[type]?[id] }

  func row(_ type: EntityType, _ id: String) -> Int? { number(type, id).map { Int(rows[Int($0)]) } }
}
