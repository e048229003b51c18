// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Every field that a document can be built from, named by its path in a dossier's `case`.
///
/// A field that no rule of the policy mentions is withheld at every level. Country and region of a case have no rule of
/// their own: they are coarser forms of the port.
package enum SourceField: String, Hashable, Sendable, CaseIterable {
    case caseID = "case_id"
    case originNode = "origin_node"
    case port
    case mode
    case conveyance
    case vesselName = "vessel.name"
    case vesselIMO = "vessel.imo"
    case vesselOperator = "vessel.operator"
    case vesselVoyage = "vessel.voyage"
    case vesselCallSign = "vessel.call_sign"
    case vesselMMSI = "vessel.mmsi"
    case containerNumber = "container.number"
    case containerSizeType = "container.size_type"
    case seals
    case billOfLading = "bill_of_lading"
    case route
    case declaredHS = "declared.hs"
    case declaredDescription = "declared.description"
    case declaredGrossMass = "declared.gross_kg"
    case commodity = "found.commodity"
    case goodsForm = "found.form"
    case quantity = "found.quantity"
    case incident = "dates.incident"
    case referralReceived = "dates.referral_received"
    case examined = "dates.examined"
    case closed = "dates.closed"
    case modusOperandi = "mo"
    case concealment
    case detection
    case indicators
    case insiderInvolvement = "insider.involvement"
    case insiderRoles = "insider.roles"
    case complicity = "insider.complicity"
    case treatments
    case outcomes
    case securityGaps = "security_gaps"
    case recommendations
    case holdActive = "operational_hold.active"
    case holdReview = "operational_hold.review_on"
    case confidence
    case credibility
    case chainStages = "chain_stages"
    case offenceStage = "offence_stage"
    case narrative
    /// Text typed for the document by an officer; scanned and released by a person.
    case title = "text.title"
    case summary = "text.summary"
    case lessons = "text.lessons"
    /// Facts that belong to the bulletin rather than the case.
    case firstSeen = "bulletin.first_seen"
    case lastSeen = "bulletin.last_seen"
    case incidentCount = "bulletin.incident_count"
    case novelty = "bulletin.novelty"
    case urgency = "bulletin.urgency"
    case replyRequested = "bulletin.reply_requested"
    case advice = "bulletin.what_not_to_do"
    case legalBasis = "bulletin.legal_basis"
    case language = "bulletin.language"
}
