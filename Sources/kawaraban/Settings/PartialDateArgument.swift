public import ArgumentParser
public import Facts

/// `--from 2025-11`: a day, month or year of the calendar; `XXXX` for the year would bound nothing.
extension PartialDate: ExpressibleByArgument {
  public init?(argument: String) {
    guard let date = PartialDate(argument), date.year != nil else { return nil }
    self = date
  }
}
