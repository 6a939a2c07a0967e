internal import Facts

/// The value of a pin, read once: `amount` with `38000000000 USD`, `status` with `denied`.
struct PinnedValue {
  enum Value {
    case status(DealStatus)
    case type(DealType)
    case amount(Money?)
    case duration(Int?)
    case stake(ExactDecimal?)
    case announced(PartialDate?)
    case round(String?)
  }

  let value: Value

  init(_ pin: Pin) throws(WarehouseError) {
    let text = pin.value
    func wrong(_ form: String) -> WarehouseError {
      WarehouseError(.input, "“\(text ?? "")” is no value of \(pin.attribute); it takes \(form)")
    }
    switch pin.attribute {
    case "status":
      guard let status = text.flatMap(DealStatus.init) else { throw wrong(DealStatus.allCases.map(\.rawValue).joined(separator: ", ")) }
      value = .status(status)
    case "type":
      guard let type = text.flatMap(DealType.init) else { throw wrong(DealType.allCases.map(\.rawValue).joined(separator: ", ")) }
      value = .type(type)
    case "amount":
      guard let text else {
        value = .amount(nil)
        return
      }
      let words = text.split(separator: " ")
      guard words.count == 2, let figure = ExactDecimal(words[0]), words[1].utf8.count == 3,
        words[1].utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
      else { throw wrong("a figure and a currency: 38000000000 USD") }
      value = .amount(Money(value: figure, currency: String(words[1])))
    case "duration_months":
      guard text == nil || text.flatMap({ Int($0) }) != nil else { throw wrong("a number of months") }
      value = .duration(text.flatMap { Int($0) })
    case "stake_percent":
      guard text == nil || text.flatMap({ ExactDecimal($0) }) != nil else { throw wrong("a percentage: 27") }
      value = .stake(text.flatMap { ExactDecimal($0) })
    case "announced_on":
      guard text == nil || text.flatMap({ PartialDate($0) }) != nil else { throw wrong("YYYY, YYYY-MM or YYYY-MM-DD") }
      value = .announced(text.flatMap { PartialDate($0) })
    case "round": value = .round(text)
    default:
      throw WarehouseError(
        .input,
        "“\(pin.attribute)” cannot be pinned; status, type, amount, duration_months, stake_percent, announced_on and round can")
    }
  }

  func apply(to deal: inout Deal) {
    switch value {
    case .status(let status): deal.status = status
    case .type(let type): deal.type = type
    case .amount(let money):
      // The dollars of another amount would be wrong; of an amount in dollars they are the amount.
      deal.amountUSD = money?.currency == "USD" ? money?.value : nil
      deal.usdBasis = money?.currency == "USD" ? "same_currency" : nil
      if money?.currency != deal.amount?.currency {
        deal.amountLow = nil
        deal.amountHigh = nil
      }
      deal.amount = money
    case .duration(let months): deal.durationMonths = months
    case .stake(let percent): deal.stakePercent = percent
    case .announced(let date): deal.announcedOn = date
    case .round(let round): deal.round = round
    }
  }
}
