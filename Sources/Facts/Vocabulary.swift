// The closed lists that the star schema's small dimensions hold. Raw values are the words of the JSON Lines form.

public enum EntityType: String, Sendable, Codable, CaseIterable { case company, model, chip, product, person }

public enum DealType: String, Sendable, Codable, CaseIterable {
  case cloudCompute = "cloud_compute"
  case hardwareSupply = "hardware_supply"
  case energySupply = "energy_supply"
  case license
  case equityInvestment = "equity_investment"
  case acquisition
  case partnership
  case jointVenture = "joint_venture"
  case infrastructure
  case debtFinancing = "debt_financing"
  case publicOffering = "public_offering"
}

public enum Role: String, Sendable, Codable, CaseIterable {
  case customer, provider, supplier, licensee, licensor, investor, investee, acquirer, target, seller, partner, venture
  case builder, financier, borrower, lender, issuer
}

extension DealType {
  /// The roles that parties of such a deal can have; the first is the one a one-sided telling names.
  public var roles: [Role] {
    switch self {
    case .cloudCompute: [.customer, .provider]
    case .hardwareSupply, .energySupply: [.customer, .supplier]
    case .license: [.licensee, .licensor]
    case .equityInvestment: [.investee, .investor]
    case .acquisition: [.target, .acquirer, .seller]
    case .partnership: [.partner]
    case .jointVenture: [.partner, .venture]
    case .infrastructure: [.builder, .customer, .financier, .partner]
    case .debtFinancing: [.borrower, .lender]
    case .publicOffering: [.issuer]
    }
  }
}

public enum DealStatus: String, Sendable, Codable, CaseIterable {
  case announced, signed, completed, ongoing, planned, negotiating, rumored, speculated, denied, terminated

  public enum Class: String, Sendable, Codable, CaseIterable { case confirmed, prospective, unconfirmed, negative }

  public var statusClass: Class {
    switch self {
    case .announced, .signed, .completed, .ongoing: .confirmed
    case .planned, .negotiating: .prospective
    case .rumored, .speculated: .unconfirmed
    case .denied, .terminated: .negative
    }
  }
}

/// Whether a deal is one happening, a relation that stands, or a sum over several payments.
public enum DealNature: String, Sendable, Codable, CaseIterable { case event, standing, cumulative }

public enum Qualifier: String, Sendable, Codable, CaseIterable {
  case exact, about
  case atLeast = "at_least"
  case upTo = "up_to"
}

public enum ModelRelation: String, Sendable, Codable, CaseIterable {
  case developedBy = "developed_by"
  case trainedOn = "trained_on"
  case runsOn = "runs_on"
  case matches, outperforms, trails
  case successorOf = "successor_of"
  case chipBy = "chip_by"
}

public enum Measure: String, Sendable, Codable, CaseIterable {
  case revenue
  case netIncome = "net_income"
  case valuation
  case marketCap = "market_cap"
  case marketSize = "market_size"
  case marketShare = "market_share"
  case growthRate = "growth_rate"
  case modelCount = "model_count"
  case userCount = "user_count"
  case commitmentTotal = "commitment_total"
  case cumulativeInvestment = "cumulative_investment"
  case stake, capacity
  case chipCount = "chip_count"
  case price
  case stockMove = "stock_move"
  case capex, headcount, parameters
  case trainingCost = "training_cost"
  case other
}

/// Attributes of a deal that a claim can state, each with its own evidence.
public enum DealAttribute: String, Sendable, Codable, CaseIterable {
  case type, status, party, amount, restated, capacity, chip, model, product, round, attribution, nature
  case stakePercent = "stake_percent"
  case durationMonths = "duration_months"
  case announcedOn = "announced_on"
  case startsOn = "starts_on"
  case endsOn = "ends_on"
}
