/// What speaks for or against two claims telling the same deal, one row a feature with its weight.
///
/// A pair's score is the sum of its rows; `PairFeature.threshold` and above, the two are linked. `OpenAI–AWS, 38億…` told in
/// Japanese and English: same companies 45, same type 15, amounts agree 35 = 95.
enum PairFeature: Int, CaseIterable {
  // Parties.
  case sameCompanies, sameHouses, sameSoleParty, oneSided, furtherParty, furtherParties, rareParty, busyPair, missingPartner,
     onceOnly, roundAgainstInvestor, partAgainstRound
  // Kind.
  case sameType, relatedType, unrelatedType, vagueType
  // Amount.
  case amountsEqual, amountsConverted, amountsCompatible, amountsNear, roundsNear, roundsRevised, amountsSlip, amountsDiffer,
     settledSumsDiffer
  // Time.
  case sameDay, sameMonth, sameYear, monthsApart, yearsApart, publishedTogether, publishedNear, publishedFar, toldBeforehand
  // Terms.
  case sameDuration, sameRound, sameCapacity, otherCapacity, sameStake, otherStake, sameStart, sameEnd, otherEnd
  // Subject.
  case sharedChip, sharedModel, sharedProduct, otherProducts
  // Nature and stage.
  case bothStanding, vagueStanding, standingAgainstEvent, cumulativeAgainstEvent, guessAgainstReport, failedAgainstConcluded
  // Source.
  case sameWords, sameArticle

  static let threshold = 55

  var weight: Int {
    switch self {
    case .sameCompanies: 45
    case .sameHouses: 35
    case .sameSoleParty: 35
    case .oneSided: 25
    case .furtherParty: 10
    case .furtherParties: 10
    case .rareParty: 10
    case .busyPair: -10
    case .missingPartner: -10
    case .onceOnly: 30
    case .roundAgainstInvestor: -25
    case .partAgainstRound: -15

    case .sameType: 15
    case .relatedType: -10
    case .unrelatedType: -35
    case .vagueType: -5

    case .amountsEqual: 35
    case .amountsConverted: 25
    case .amountsCompatible: 20
    case .amountsNear: 0
    case .roundsNear: 15
    case .roundsRevised: 10
    case .amountsSlip: 5
    case .amountsDiffer: -35
    case .settledSumsDiffer: -16

    case .sameDay: 25
    case .sameMonth: 15
    case .sameYear: 5
    case .monthsApart: -20
    case .yearsApart: -45
    case .publishedTogether: 8
    case .publishedNear: 3
    case .publishedFar: -10
    case .toldBeforehand: -40

    case .sameDuration: 15
    case .sameRound: 25
    case .sameCapacity: 20
    case .otherCapacity: -10
    case .sameStake: 20
    case .otherStake: -15
    case .sameStart: 8
    case .sameEnd: 8
    case .otherEnd: -8

    case .sharedChip: 8
    case .sharedModel: 8
    case .sharedProduct: 8
    case .otherProducts: -5

    case .bothStanding: 5
    case .vagueStanding: -10
    case .standingAgainstEvent: -25
    case .cumulativeAgainstEvent: -30
    case .guessAgainstReport: -20
    case .failedAgainstConcluded: -10

    case .sameWords: 30
    case .sameArticle: -60
    }
  }
}

/// What forbids two claims to be one deal, whatever else speaks for it.
enum PairVeto: Int, CaseIterable {
  /// Nobody in common.
  case strangers
  /// Another named counterparty.
  case counterparty
  /// The same company buys here and sells there.
  case direction
  /// Another round letter or number.
  case round
  /// Contradicting explicit durations.
  case duration
}

/// The rows that hold for one pair of claims.
struct PairAssessment {
  private(set) var features: UInt64 = 0
  private(set) var score = 0
  var veto: PairVeto?

  mutating func note(_ feature: PairFeature) {
    features |= 1 << UInt64(feature.rawValue)
    score += feature.weight
  }

  func holds(_ feature: PairFeature) -> Bool { features & (1 << UInt64(feature.rawValue)) != 0 }

  var isLink: Bool { score >= PairFeature.threshold }

  var noted: [PairFeature] { PairFeature.allCases.filter(holds) }
}
