/// Finds by trial which members of a set it does not work with: halves are tried until the culprits stand alone.
///
/// Of 1,000 articles one that breaks a check is found in ten to twenty trials. Members that only fail together cost the later
/// ones their place, in the order given.
///
/// `works` says whether it works with these members and no others. `nil` where it does not even work without any: the fault
/// lies elsewhere.
func bisected<Member, Context: ~Copyable>(
  _ members: [Member], _ context: borrowing Context, works: ([Member], borrowing Context) throws -> Bool
) throws -> [Member]? {
  guard try works([], context) else { return nil }
  var good: [Member] = []
  var bad: [Member] = []
  // Parts still to be tried, the next one last.
  var parts = [members[...]]
  while let part = parts.popLast() {
    if part.isEmpty { continue }
    if try works(good + part, context) {
      good += part
    } else if part.count == 1 {
      bad += part
    } else {
      let middle = part.startIndex + part.count / 2
      parts.append(part[middle...])
      parts.append(part[..<middle])
    }
  }
  return bad
}
