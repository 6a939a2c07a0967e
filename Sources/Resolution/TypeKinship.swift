import Facts

/// How far two names for a kind of deal can mean the same happening.
///
/// One article calls 500 MW for a lab `infrastructure`, another `cloud_compute`, a third a `partnership`; none calls it an
/// `acquisition`.
enum TypeKinship {
  case same, related, unrelated

  static func between(_ left: DealType, _ right: DealType) -> TypeKinship {
    if left == right { return .same }
    let group = kin[left] ?? []
    return group.contains(right) ? .related : .unrelated
  }

  /// Symmetric: every pair stands in both rows.
  private static let kin: [DealType: [DealType]] = [
    .cloudCompute: [.infrastructure, .partnership, .hardwareSupply, .license],
    .hardwareSupply: [.cloudCompute, .infrastructure, .partnership, .license],
    .energySupply: [.infrastructure, .partnership],
    .license: [.partnership, .cloudCompute, .hardwareSupply, .acquisition],
    .equityInvestment: [.acquisition, .jointVenture, .partnership, .publicOffering, .debtFinancing],
    .acquisition: [.equityInvestment, .license, .jointVenture],
    .partnership: [.cloudCompute, .hardwareSupply, .energySupply, .license, .jointVenture, .infrastructure, .equityInvestment],
    .jointVenture: [.partnership, .infrastructure, .equityInvestment, .acquisition],
    .infrastructure: [.cloudCompute, .hardwareSupply, .energySupply, .partnership, .jointVenture, .debtFinancing],
    .debtFinancing: [.equityInvestment, .infrastructure],
    .publicOffering: [.equityInvestment],
  ]
}
