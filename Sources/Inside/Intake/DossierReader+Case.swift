// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import StrictJSON
import Vocabulary

extension DossierReader {
    /// Reads the member `case`.
    func caseBody(
        _ value: JSONValue,
        at pointer: JSONPointer,
        title: String
    ) throws(DossierRejection) -> (incident: Case, narrative: String) {
        let fields = try DossierFields(value, at: pointer, required: Self.caseMembers)
        let coded = try self.coded(fields)
        let container = try self.container(fields)
        let vessel = try self.vessel(fields)
        let dates = try DossierFields(fields.value("dates"), at: fields.place("dates"), required: Self.dateMembers)
        let declared = try DossierFields(
            fields.value("declared"),
            at: fields.place("declared"),
            required: Self.declaredMembers
        )
        let details = IdentifyingDetails(
            title: FreeText(title),
            vessel: vessel,
            containerNumber: container?.number.map { Identifier($0) },
            seals: try fields.texts("seals", .seal).map { Identifier($0) },
            billOfLading: try fields.optionalText("bill_of_lading", .billOfLading).map { Identifier($0) },
            goodsDescription: try declared.optionalText("description", .line).map { FreeText($0) },
            referralReceived: try dates.optionalDay("referral_received")
        )
        let narrative = try fields.text("narrative", .paragraphs, limit: Self.narrativeLimit)
        return (Case(coded: coded, identifying: details), narrative)
    }

    private func coded(_ fields: DossierFields) throws(DossierRejection) -> CodedCase {
        let lists = self.vocabularies
        let place = try self.placeCodes(fields)
        return CodedCase(
            caseID: try self.caseID(fields),
            originNode: TermCode(rawValue: try fields.text("origin_node", .nodeName)),
            country: place.country,
            region: place.region,
            port: place.port,
            mode: try fields.code("mode", in: lists.transportModes),
            conveyance: try fields.code("conveyance", in: lists.conveyances),
            containerSizeType: try self.container(fields)?.sizeType,
            route: try self.route(fields),
            declared: try self.declared(fields),
            found: try self.finds(fields),
            dates: try self.dates(fields),
            modusOperandi: try fields.codes("mo", in: lists.modusOperandi),
            concealment: try fields.codes("concealment", in: lists.concealment),
            detection: try fields.codes("detection", in: lists.detection),
            indicators: try fields.codes("indicators", in: lists.indicators),
            insider: try self.insider(fields),
            treatments: try fields.codes("treatments", in: lists.treatments),
            outcomes: try fields.codes("outcomes", in: lists.outcomes),
            securityGaps: try fields.codes("security_gaps", in: lists.securityGaps),
            recommendations: try fields.codes("recommendations", in: lists.recommendations),
            operationalHold: try self.operationalHold(fields),
            confidence: try fields.code("confidence", in: lists.assessment, below: "confidence"),
            credibility: try fields.code("credibility", in: lists.assessment, below: "credibility"),
            chainStages: try fields.codes("chain_stages", in: lists.chainStages),
            offenceStage: try fields.code("offence_stage", in: lists.chainStages)
        )
    }

    private func caseID(_ fields: DossierFields) throws(DossierRejection) -> CaseID {
        let text = try fields.text("case_id", .caseID)
        guard let id = CaseID(text: text) else {
            throw DossierRejection(.wrongForm(.caseID), at: fields.place("case_id"))
        }
        return id
    }

    /// Country, region and port must not contradict each other: the crowd is counted by them.
    private func placeCodes(
        _ fields: DossierFields
    ) throws(DossierRejection) -> (country: TermCode, region: TermCode, port: TermCode) {
        let country = try fields.text("country", .line)
        guard self.vocabularies.countries.contains(country) else {
            throw DossierRejection(.unknownCode(list: "countries"), at: fields.place("country"))
        }
        let region = try fields.text("wco_region", .line)
        guard self.vocabularies.regions.contains(region) else {
            throw DossierRejection(.unknownCode(list: "regions"), at: fields.place("wco_region"))
        }
        if let known = self.vocabularies.countries.region(of: country), known != region {
            throw DossierRejection(.contradicts(field: "country"), at: fields.place("wco_region"))
        }
        let port = try self.locode(fields, "port")
        guard self.vocabularies.ports[port.rawValue]?.country == country else {
            throw DossierRejection(.contradicts(field: "country"), at: fields.place("port"))
        }
        return (TermCode(rawValue: country), TermCode(rawValue: region), port)
    }

    private func locode(_ fields: DossierFields, _ name: String) throws(DossierRejection) -> TermCode {
        let text = try fields.text(name, .line)
        guard self.vocabularies.ports.contains(text) else {
            throw DossierRejection(.unknownCode(list: "ports"), at: fields.place(name))
        }
        return TermCode(rawValue: text)
    }

    private func container(
        _ fields: DossierFields
    ) throws(DossierRejection) -> (number: String?, sizeType: TermCode?)? {
        if fields.isNull("container") { return nil }
        let members = try DossierFields(
            fields.value("container"),
            at: fields.place("container"),
            required: ["number", "size_type"]
        )
        let number = try members.optionalText("number", .containerNumber)
        if let number, !ContainerNumber.isValid(number) {
            throw DossierRejection(.wrongCheckDigit, at: members.place("number"))
        }
        let sizeType = try members.optionalText("size_type", .sizeType)
        if let sizeType, !self.vocabularies.containerSizeTypes.isWellFormed(sizeType) {
            throw DossierRejection(.unknownCode(list: "container-size-types"), at: members.place("size_type"))
        }
        return (number, sizeType.map { TermCode(rawValue: $0) })
    }

    private func vessel(_ fields: DossierFields) throws(DossierRejection) -> Vessel? {
        if fields.isNull("vessel") { return nil }
        let members = try DossierFields(
            fields.value("vessel"),
            at: fields.place("vessel"),
            required: ["name", "imo", "operator", "voyage"],
            optional: ["call_sign", "mmsi"]
        )
        let imo = try members.optionalText("imo", .imo)
        if let imo, !IMOShipNumber.isValid(imo) {
            throw DossierRejection(.wrongCheckDigit, at: members.place("imo"))
        }
        return Vessel(
            name: try members.optionalText("name", .line).map { FreeText($0) },
            imo: imo.map { Identifier($0) },
            operatorName: try members.optionalText("operator", .line).map { FreeText($0) },
            voyage: try members.optionalText("voyage", .voyage).map { Identifier($0) },
            callSign: try members.optionalText("call_sign", .callSign).map { Identifier($0) },
            mmsi: try members.optionalText("mmsi", .mmsi).map { Identifier($0) }
        )
    }

    private func route(_ fields: DossierFields) throws(DossierRejection) -> [RouteLeg] {
        try fields.items("route", limit: 16) { (item, pointer) throws(DossierRejection) in
            let leg = try DossierFields(item, at: pointer, required: ["role", "locode"])
            let text = try leg.text("role", .legRole)
            guard let role = RouteLeg.Role(rawValue: text) else {
                throw DossierRejection(.wrongForm(.legRole), at: leg.place("role"))
            }
            return RouteLeg(role: role, locode: try self.locode(leg, "locode"))
        }
    }

    private func declared(_ fields: DossierFields) throws(DossierRejection) -> DeclaredGoods {
        let members = try DossierFields(
            fields.value("declared"),
            at: fields.place("declared"),
            required: Self.declaredMembers
        )
        let heading = try members.text("hs", .line)
        guard self.vocabularies.hsChapters.contains(heading) else {
            throw DossierRejection(.unknownCode(list: "hs-chapters"), at: members.place("hs"))
        }
        return DeclaredGoods(
            heading: TermCode(rawValue: heading),
            grossKilograms: members.isNull("gross_kg") ? nil : try members.number("gross_kg", in: 0...1_000_000_000)
        )
    }

    private func finds(_ fields: DossierFields) throws(DossierRejection) -> [Find] {
        try fields.items("found", limit: 32) { (item, pointer) throws(DossierRejection) in
            let find = try DossierFields(item, at: pointer, required: ["commodity", "form", "quantity", "unit"])
            let text = try find.text("unit", .unit)
            guard let unit = Find.Unit(rawValue: text) else {
                throw DossierRejection(.wrongForm(.unit), at: find.place("unit"))
            }
            return Find(
                commodity: try find.code("commodity", in: self.vocabularies.commodities),
                form: find.isNull("form") ? nil : try find.code("form", in: self.vocabularies.drugForms),
                quantity: try find.number("quantity", in: 0...1_000_000_000_000),
                unit: unit
            )
        }
    }

    private func dates(_ fields: DossierFields) throws(DossierRejection) -> CaseDates {
        let members = try DossierFields(fields.value("dates"), at: fields.place("dates"), required: Self.dateMembers)
        let incident = try members.day("incident")
        let examined = try members.optionalDay("examined")
        let closed = try members.optionalDay("closed")
        if let closed, closed < max(incident, examined ?? incident) {
            let field = closed < incident ? "incident" : "examined"
            throw DossierRejection(.earlierThan(field: field), at: members.place("closed"))
        }
        return CaseDates(incident: incident, examined: examined, closed: closed)
    }

    private func insider(_ fields: DossierFields) throws(DossierRejection) -> InsiderAssessment {
        let lists = self.vocabularies
        let members = try DossierFields(
            fields.value("insider"),
            at: fields.place("insider"),
            required: ["involvement", "roles", "complicity"]
        )
        return InsiderAssessment(
            involvement: try members.code("involvement", in: lists.assessment, below: "insider-involvement"),
            roles: try members.codes("roles", in: lists.insiderRoles),
            complicity: try members.codes("complicity", in: lists.assessment, below: "complicity", mayRepeat: true)
        )
    }

    private func operationalHold(_ fields: DossierFields) throws(DossierRejection) -> OperationalHold {
        let members = try DossierFields(
            fields.value("operational_hold"),
            at: fields.place("operational_hold"),
            required: ["active", "review_on"]
        )
        return OperationalHold(isActive: try members.bool("active"), reviewOn: try members.optionalDay("review_on"))
    }

    private static let declaredMembers = ["hs", "description", "gross_kg"]
    private static let dateMembers = ["incident", "referral_received", "examined", "closed"]
    private static let caseMembers = [
        "case_id", "origin_node", "country", "wco_region", "port", "mode", "conveyance", "vessel", "container", "seals",
        "bill_of_lading", "route", "declared", "found", "dates", "mo", "concealment", "detection", "indicators",
        "insider",
        "treatments", "outcomes", "security_gaps", "recommendations", "operational_hold", "confidence", "credibility",
        "chain_stages", "offence_stage", "narrative",
    ]
}
