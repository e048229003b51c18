// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The coded half of a case: closed-list codes, days and quantities, no words.
///
/// Source: dossier/1 (`docs/reference/dossier-1.schema.json`), fields of `case` in the order of that schema. Empty arrays
/// mean that nothing was coded.
package struct CodedCase: Hashable, Sendable, Codable {
    package let caseID: CaseID
    /// Name of the desk that received the referral, for example `customs-au`.
    package let originNode: TermCode
    /// ISO 3166-1 alpha-2 code.
    package let country: TermCode
    /// WCO region, term of `regions`.
    package let region: TermCode
    /// UN/LOCODE of the port of the incident.
    package let port: TermCode
    /// Term of `transport-modes`.
    package let mode: TermCode
    /// Term of `conveyances`.
    package let conveyance: TermCode
    /// ISO 6346 size-type code; nothing when no container was involved or the type is not known.
    package let containerSizeType: TermCode?
    package let route: [RouteLeg]
    package let declared: DeclaredGoods?
    package let found: [Find]
    package let dates: CaseDates
    /// Terms of `modus-operandi`; `mo` in the dossier.
    package let modusOperandi: [TermCode]
    package let concealment: [TermCode]
    package let detection: [TermCode]
    package let indicators: [TermCode]
    package let insider: InsiderAssessment
    package let treatments: [TermCode]
    package let outcomes: [TermCode]
    package let securityGaps: [TermCode]
    package let recommendations: [TermCode]
    package let operationalHold: OperationalHold
    /// Term of `assessment` below `confidence`.
    package let confidence: TermCode
    /// Term of `assessment` below `credibility`.
    package let credibility: TermCode
    package let chainStages: [TermCode]
    /// Term of `chain-stages`.
    package let offenceStage: TermCode

    package init(
        caseID: CaseID,
        originNode: TermCode,
        country: TermCode,
        region: TermCode,
        port: TermCode,
        mode: TermCode,
        conveyance: TermCode,
        containerSizeType: TermCode?,
        route: [RouteLeg],
        declared: DeclaredGoods?,
        found: [Find],
        dates: CaseDates,
        modusOperandi: [TermCode],
        concealment: [TermCode],
        detection: [TermCode],
        indicators: [TermCode],
        insider: InsiderAssessment,
        treatments: [TermCode],
        outcomes: [TermCode],
        securityGaps: [TermCode],
        recommendations: [TermCode],
        operationalHold: OperationalHold,
        confidence: TermCode,
        credibility: TermCode,
        chainStages: [TermCode],
        offenceStage: TermCode
    ) {
        self.caseID = caseID
        self.originNode = originNode
        self.country = country
        self.region = region
        self.port = port
        self.mode = mode
        self.conveyance = conveyance
        self.containerSizeType = containerSizeType
        self.route = route
        self.declared = declared
        self.found = found
        self.dates = dates
        self.modusOperandi = modusOperandi
        self.concealment = concealment
        self.detection = detection
        self.indicators = indicators
        self.insider = insider
        self.treatments = treatments
        self.outcomes = outcomes
        self.securityGaps = securityGaps
        self.recommendations = recommendations
        self.operationalHold = operationalHold
        self.confidence = confidence
        self.credibility = credibility
        self.chainStages = chainStages
        self.offenceStage = offenceStage
    }
}
