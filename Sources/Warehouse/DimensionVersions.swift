internal import Facts

/// The versions of one dimension row (slowly changing, type 2): a row of today plus dated changes, cut into half-open
/// ranges that cover all time.
///
/// A company of today named `Meta`, with the changes `name_en = Facebook` (no day) and `name_en = Meta` from 2021-10-28,
/// is `Facebook` from −infinity up to 2021-10-28 and `Meta` from then on.
struct DimensionVersions {
  struct Version {
    /// Days since 1970-01-01; `nil` is −infinity.
    let from: Int?
    /// `nil` is infinity.
    let to: Int?
    let attributes: [String: String?]
  }

  /// By id; only for ids that have changes.
  private let changes: [String: [DimensionRows.Change]]

  init(_ changes: [DimensionRows.Change], of type: EntityType) {
    self.changes = Dictionary(grouping: changes.filter { $0.type == type }, by: \.id)
  }

  /// The row's versions, oldest first; attributes that no change names are those of today throughout.
  func versions(of id: String, today attributes: [String: String?]) -> [Version] {
    guard let dated = changes[id] else { return [Version(from: nil, to: nil, attributes: attributes)] }
    let days = Set(dated.compactMap { $0.from?.dayNumber }).sorted()
    let starts: [Int?] = [nil] + days
    return starts.enumerated().map { index, start in
      var values = attributes
      for (name, rows) in Dictionary(grouping: dated, by: \.attribute) where attributes[name] != nil {
        let earlier = rows.filter { row in
          guard let day = row.from?.dayNumber else { return true }
          return start.map { day <= $0 } ?? false
        }
        // The latest start wins; of two on one day the greater value, so that the order of rows does not matter.
        let latest = earlier.max {
          ($0.from?.dayNumber ?? Int.min, $0.value ?? "") < ($1.from?.dayNumber ?? Int.min, $1.value ?? "")
        }
        // A name is never nothing: before its first told change it is the one of today.
        values[name] = latest == nil && name.hasPrefix("name") ? attributes[name] : .some(latest?.value)
      }
      return Version(from: start, to: index + 1 < starts.count ? starts[index + 1] : nil, attributes: values)
    }
  }
}
