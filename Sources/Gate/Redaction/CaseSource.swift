// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Policy
import StrictJSON
import Vocabulary

/// Takes a case apart into source fields, with the pointers that they have in a dossier.
enum CaseSource {
    /// Every field of a case that has a value.
    static func items(of incident: Case) -> [SourceItem] {
        let coded = incident.coded
        var items = CaseItems()
        items.add(.caseID, at: ["case_id"], .text(coded.caseID.text))
        items.add(.originNode, at: ["origin_node"], .term(coded.originNode.rawValue))
        items.add(
            .port,
            at: ["port"],
            .place(
                SourceValue.Place(
                    port: coded.port.rawValue,
                    country: coded.country.rawValue,
                    region: coded.region.rawValue
                )
            )
        )
        items.add(.mode, at: ["mode"], .term(coded.mode.rawValue))
        items.add(.conveyance, at: ["conveyance"], .term(coded.conveyance.rawValue))
        addIdentifying(incident.identifying, to: &items)
        if let code = coded.containerSizeType {
            items.add(.containerSizeType, at: ["container", "size_type"], .term(code.rawValue))
        }
        if !coded.route.isEmpty { items.add(.route, at: ["route"], .route(coded.route)) }
        if let declared = coded.declared {
            items.add(.declaredHS, at: ["declared", "hs"], .term(declared.heading.rawValue))
            if let mass = declared.grossKilograms {
                items.add(.declaredGrossMass, at: ["declared", "gross_kg"], .number(mass))
            }
        }
        if !coded.found.isEmpty {
            for field in [SourceField.commodity, .goodsForm, .quantity] {
                items.add(field, at: ["found"], .finds(coded.found))
            }
        }
        addDates(coded, to: &items)
        addFindings(coded, to: &items)
        return items.items
    }

    /// The fields that belong to the document, with the policy's fixed advice and legal basis.
    static func items(of facts: DocumentFacts, incident: Case, policy: Policy, title: String) -> [SourceItem] {
        var items = CaseItems()
        items.add(.title, .text(facts.title?.text ?? title))
        if let summary = facts.summary { items.add(.summary, .text(summary.text)) }
        if let lessons = facts.lessons { items.add(.lessons, .text(lessons.text)) }
        items.add(.firstSeen, .day(facts.firstSeen ?? incident.coded.dates.incident))
        items.add(.lastSeen, .day(facts.lastSeen ?? incident.coded.dates.incident))
        items.add(.incidentCount, .count(facts.incidentCount))
        items.add(.novelty, .term(facts.novelty.rawValue))
        items.add(.urgency, .term(facts.isUrgent ? "urgent" : "routine"))
        items.add(.replyRequested, .flag(facts.requestsReply))
        items.add(.advice, .texts(policy.advice.map(\.code)))
        items.add(.legalBasis, .texts(policy.legalBasis.map(\.code)))
        items.add(.language, .term(facts.language.rawValue))
        return items.items
    }

    private static func addIdentifying(_ details: IdentifyingDetails, to items: inout CaseItems) {
        if let vessel = details.vessel {
            items.add(.vesselName, at: ["vessel", "name"], vessel.name)
            items.add(.vesselIMO, at: ["vessel", "imo"], vessel.imo)
            items.add(.vesselOperator, at: ["vessel", "operator"], vessel.operatorName)
            items.add(.vesselVoyage, at: ["vessel", "voyage"], vessel.voyage)
            items.add(.vesselCallSign, at: ["vessel", "call_sign"], vessel.callSign)
            items.add(.vesselMMSI, at: ["vessel", "mmsi"], vessel.mmsi)
        }
        items.add(.containerNumber, at: ["container", "number"], details.containerNumber)
        if !details.seals.isEmpty {
            items.add(.seals, at: ["seals"], .texts(details.seals.map { seal in seal.withText { $0 } }))
        }
        items.add(.billOfLading, at: ["bill_of_lading"], details.billOfLading)
        items.add(.declaredDescription, at: ["declared", "description"], details.goodsDescription)
        if let day = details.referralReceived {
            items.add(.referralReceived, at: ["dates", "referral_received"], .day(day))
        }
    }

    private static func addDates(_ coded: CodedCase, to items: inout CaseItems) {
        items.add(.incident, at: ["dates", "incident"], .day(coded.dates.incident))
        if let day = coded.dates.examined { items.add(.examined, at: ["dates", "examined"], .day(day)) }
        if let day = coded.dates.closed { items.add(.closed, at: ["dates", "closed"], .day(day)) }
    }

    private static func addFindings(_ coded: CodedCase, to items: inout CaseItems) {
        items.add(.modusOperandi, at: ["mo"], coded.modusOperandi)
        items.add(.concealment, at: ["concealment"], coded.concealment)
        items.add(.detection, at: ["detection"], coded.detection)
        items.add(.indicators, at: ["indicators"], coded.indicators)
        items.add(.insiderInvolvement, at: ["insider", "involvement"], .term(coded.insider.involvement.rawValue))
        items.add(.insiderRoles, at: ["insider", "roles"], coded.insider.roles)
        items.add(.complicity, at: ["insider", "complicity"], coded.insider.complicity)
        items.add(.treatments, at: ["treatments"], coded.treatments)
        items.add(.outcomes, at: ["outcomes"], coded.outcomes)
        items.add(.securityGaps, at: ["security_gaps"], coded.securityGaps)
        items.add(.recommendations, at: ["recommendations"], coded.recommendations)
        items.add(.holdActive, at: ["operational_hold", "active"], .flag(coded.operationalHold.isActive))
        if let day = coded.operationalHold.reviewOn {
            items.add(.holdReview, at: ["operational_hold", "review_on"], .day(day))
        }
        items.add(.confidence, at: ["confidence"], .term(coded.confidence.rawValue))
        items.add(.credibility, at: ["credibility"], .term(coded.credibility.rawValue))
        items.add(.chainStages, at: ["chain_stages"], coded.chainStages)
        items.add(.offenceStage, at: ["offence_stage"], .term(coded.offenceStage.rawValue))
    }
}

/// Collects items; absent values and empty lists are not items.
private struct CaseItems {
    private(set) var items: [SourceItem] = []

    mutating func add(_ field: SourceField, at path: [String]? = nil, _ value: SourceValue) {
        let pointer = path.map { JSONPointer(tokens: ["case"] + $0) }
        items.append(SourceItem(field: field, pointer: pointer, value: value))
    }

    mutating func add(_ field: SourceField, at path: [String], _ codes: [TermCode]) {
        guard !codes.isEmpty else { return }
        add(field, at: path, .terms(codes.map(\.rawValue)))
    }

    mutating func add(_ field: SourceField, at path: [String], _ identifier: Identifier?) {
        guard let identifier else { return }
        add(field, at: path, .text(identifier.withText { $0 }))
    }

    mutating func add(_ field: SourceField, at path: [String], _ text: FreeText?) {
        guard let text else { return }
        add(field, at: path, .text(text.withText { $0 }))
    }
}
