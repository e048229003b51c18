// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The coarse facts about a referrer that the gate may use to withhold more: never who, only which kind.
///
/// They decide which fields of the case are tied to the referrer; they are not part of any document.
package struct ReferrerClass: Hashable, Sendable {
    /// Term of `stakeholders`.
    package let stakeholder: TermCode

    /// The referrer serves, or served, on the ship of the case or on any ship.
    package let isOnBoard: Bool

    /// The referrer is employed by the operator of the ship of the case.
    package let worksForOperator: Bool

    /// The referral came by way of a carrier, so that the operator and its numbers lead back to it.
    package let cameThroughCarrier: Bool

    package init(stakeholder: TermCode, isOnBoard: Bool, worksForOperator: Bool, cameThroughCarrier: Bool) {
        self.stakeholder = stakeholder
        self.isOnBoard = isOnBoard
        self.worksForOperator = worksForOperator
        self.cameThroughCarrier = cameThroughCarrier
    }
}

extension ReferrerClass {
    /// Computes the class of a referrer with regard to one case.
    ///
    /// Doubt counts as a tie: a wrong tie withholds a field too many, a missed one gives a person away.
    ///
    /// - Parameters:
    ///   - record: who reported.
    ///   - operatorName: operator of the ship of the case, if known.
    package init(of record: borrowing ReferrerRecord, operatorName: FreeText?) {
        let stakeholder = record.withFirst(.stakeholder) { TermCode(rawValue: $0) } ?? "frontline-worker"
        let hasVessel = record.withFirst(.vessel) { _ in true } ?? false
        let operatorWords = operatorName?.withText { CompanyName($0) }
        var worksForOperator = false
        var cameThroughCarrier = Self.carrierStakeholders.contains(stakeholder.rawValue)
        record.forEach { field, text in
            switch field {
            case .employer, .employerAlias:
                if let operatorWords, operatorWords.isLikely(CompanyName(text)) { worksForOperator = true }
            case .channel:
                if Self.carrierWords.contains(where: { text.lowercased().contains($0) }) { cameThroughCarrier = true }
            default:
                break
            }
        }
        self.init(
            stakeholder: stakeholder,
            isOnBoard: hasVessel || stakeholder == "ship-and-crew",
            worksForOperator: worksForOperator,
            cameThroughCarrier: cameThroughCarrier || worksForOperator
        )
    }

    private static let carrierStakeholders = [
        "carrier-security-officer", "carrier-side", "feeder-operator", "ocean-carrier", "ship-and-crew",
    ]

    /// Words of a channel that tell of a carrier in between, in the three languages of the vocabularies.
    private static let carrierWords = [
        "carrier", "shipping line", "company security officer", "armateur", "compagnie maritime", "transporteur",
        "naviera",
        "armador",
    ]
}
