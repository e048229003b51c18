// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Vocabulary

extension SourceField {
    /// The code list of a field whose values are terms; `nil` for other fields.
    package var vocabulary: VocabularyName? {
        switch self {
        case .mode: .transportModes
        case .conveyance: .conveyances
        case .commodity: .commodities
        case .goodsForm: .drugForms
        case .modusOperandi: .modusOperandi
        case .concealment: .concealment
        case .detection: .detection
        case .indicators: .indicators
        case .insiderInvolvement, .complicity, .confidence, .credibility: .assessment
        case .insiderRoles: .insiderRoles
        case .treatments: .treatments
        case .outcomes: .outcomes
        case .securityGaps: .securityGaps
        case .recommendations: .recommendations
        case .chainStages, .offenceStage: .chainStages
        default: nil
        }
    }

    /// The forms that a field can take, finest first.
    package var generalisations: [Generalisation] {
        if vocabulary != nil { return [.exact, .parentTerm, .rootTerm] }
        return switch self {
        case .port: CrowdAxis.place.ladder
        case .route: [.exact, .regionPair]
        case .incident, .firstSeen, .lastSeen: CrowdAxis.period.ladder
        case .quantity: [.exact, .band, .logBand]
        case .declaredHS: CrowdAxis.goods.ladder
        case .containerSizeType: [.exact, .sizeGroup]
        case .incidentCount: [.countBand]
        default: [.exact]
        }
    }

    /// The widest level at which a form may ever stand, whatever a policy says; `nil` means that it never leaves.
    ///
    /// A policy may narrow, never widen. Source: domain notes, section 3a.
    package func ceiling(of generalisation: Generalisation) -> ConfidentialityLevel? {
        switch (self, generalisation) {
        case (.caseID, _), (.originNode, _), (.vesselOperator, _), (.seals, _), (.billOfLading, _),
            (.declaredDescription, _), (.declaredGrossMass, _), (.referralReceived, _), (.examined, _), (.closed, _),
            (.holdReview, _), (.narrative, _):
            nil
        case (.port, .exact), (.incident, .month), (.firstSeen, .month), (.lastSeen, .month), (.route, .exact),
            (.quantity, .exact), (.declaredHS, .hsSubheading), (.declaredHS, .hsHeading), (.detection, .exact),
            (.insiderRoles, .exact),
            (.vesselName, _), (.vesselIMO, _), (.vesselVoyage, _), (.vesselCallSign, _), (.vesselMMSI, _),
            (.containerNumber, _), (.complicity, _), (.holdActive, _), (.legalBasis, _):
            .customs
        case (.port, .country), (.port, .subRegion), (.incident, .quarter), (.incident, .halfYear),
            (.firstSeen, .quarter), (.firstSeen, .halfYear), (.lastSeen, .quarter), (.lastSeen, .halfYear),
            (.containerSizeType, .exact), (.detection, _), (.insiderRoles, _), (.modusOperandi, .exact),
            (.concealment, .exact), (.indicators, _), (.treatments, _), (.outcomes, _), (.insiderInvolvement, _),
            (.summary, _), (.lessons, _), (.title, _):
            .partners
        default:
            .everyone
        }
    }
}
