import Facts

/// A deal's sum in dollars, and by which day's rate.
///
/// The rate of the announcement, else of the earliest dated claim, else none: an undated sum is not converted, so that no
/// figure changes with the day of a run.
struct DollarConversion {
  private let rates: ExchangeRates

  init(_ rates: ExchangeRates) { self.rates = rates }

  func dollars(_ amount: Money, announcedOn: PartialDate?, firstClaim: PartialDate?) -> (value: ExactDecimal, basis: String)? {
    if amount.currency == "USD" { return (amount.value, "same_currency") }
    let isAnnounced = announcedOn?.year != nil
    guard let day = isAnnounced ? announcedOn : firstClaim,
      let (rate, basis) = rates.rate(from: amount.currency, to: "USD", on: day),
      let value = amount.value.rounded(toDigits: 18).multiplied(by: rate.rounded(toDigits: 15))
    else { return nil }
    let name: String
    switch basis {
    case .identity: name = "same_currency"
    case .peg: name = "peg"
    case .periodMean, .annualMean: name = "period_mean"
    case .daily: name = isAnnounced ? "announced" : "first_claim"
    }
    return (value.rounded(toDigits: 12), name)
  }
}
