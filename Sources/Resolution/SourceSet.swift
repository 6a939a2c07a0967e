/// Distinct independent sources, as ascending numbers: small, and cheap to unite.
struct SourceSet {
  private(set) var numbers: [Int32] = []

  var count: Int { numbers.count }
  var isEmpty: Bool { numbers.isEmpty }

  mutating func insert(_ number: Int) {
    let number = Int32(number)
    guard let last = numbers.last, last >= number else {
      numbers.append(number)
      return
    }
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    if numbers[low] != number { numbers.insert(number, at: low) }
  }

  mutating func formUnion(_ other: SourceSet) {
    if other.numbers.isEmpty { return }
    if numbers.isEmpty {
      numbers = other.numbers
      return
    }
    var union: [Int32] = []
    union.reserveCapacity(numbers.count + other.numbers.count)
    var here = 0
    var there = 0
    while here < numbers.count, there < other.numbers.count {
      let (one, two) = (numbers[here], other.numbers[there])
      union.append(min(one, two))
      if one <= two { here += 1 }
      if two <= one { there += 1 }
    }
    union.append(contentsOf: numbers[here...])
    union.append(contentsOf: other.numbers[there...])
    numbers = union
  }
}
