// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Policy
import Vocabulary

/// Reads the rules of one document type and remembers which fields and claims were used.
struct FieldRuleReader {
    private(set) var rules: [FieldRule] = []
    private let vocabularies: Vocabularies
    private var claims: Set<String> = []

    init(vocabularies: Vocabularies) { self.vocabularies = vocabularies }

    mutating func read(_ entry: YAMLValue) throws(PolicyFileError) {
        var members = try entry.mapping()
        let name = try members.required("field")
        guard let field = SourceField(rawValue: try name.text()) else {
            throw name.failure(.unknownCode(try name.text(), list: "fields"))
        }
        guard !rules.contains(where: { $0.field == field }) else {
            throw name.failure(.duplicateRule(field: field.rawValue))
        }
        let reason = try members.required("reason")
        guard vocabularies.withholdingReasons.contains(try reason.text()) else {
            throw reason.failure(.unknownCode(try reason.text(), list: VocabularyName.withholdingReasons.rawValue))
        }
        let forms = try forms(try members.required("forms"), of: field)
        let names = forms.map(\.claim)
        var conditions: [FieldCondition] = []
        if let list = members.optional("conditions") {
            for value in try list.list() { conditions.append(try condition(value, claims: names)) }
        }
        var exceptions: [TermException] = []
        if let list = members.optional("exceptions") {
            for value in try list.list() { exceptions.append(try exception(value, of: field, claims: names)) }
        }
        try members.finish()
        rules.append(
            FieldRule(
                field: field,
                forms: forms,
                reason: try reason.text(),
                conditions: conditions,
                exceptions: exceptions
            )
        )
    }

    private mutating func forms(
        _ list: YAMLValue,
        of field: SourceField
    ) throws(PolicyFileError) -> [FieldForm] {
        var forms: [FieldForm] = []
        for value in try list.list() {
            let form = try form(value, of: field)
            if let previous = forms.last {
                let grains = field.generalisations
                guard previous.level < form.level,
                    let finer = grains.firstIndex(of: previous.generalisation),
                    let coarser = grains.firstIndex(of: form.generalisation), finer <= coarser
                else { throw value.failure(.formsNotWidening(field: field.rawValue)) }
            }
            guard claims.insert(form.claim).inserted else { throw value.failure(.duplicateClaim(form.claim)) }
            forms.append(form)
        }
        return forms
    }

    private func form(_ value: YAMLValue, of field: SourceField) throws(PolicyFileError) -> FieldForm {
        var members = try value.mapping()
        let claim = try members.required("claim")
        let claimName = try claim.text()
        guard Self.isClaimName(claimName) else { throw claim.failure(.claimNameNotAllowed(claimName)) }
        let levelValue = try members.required("level")
        guard let level = ConfidentialityLevel(rawValue: try levelValue.text()), level != .originOnly else {
            throw levelValue.failure(.unknownCode(try levelValue.text(), list: "levels that travel"))
        }
        let kind = try members.required("as")
        let kindName = try kind.text()
        guard let generalisation = Generalisation(rawValue: kindName), field.generalisations.contains(generalisation)
        else { throw kind.failure(.formNotOfField(field: field.rawValue, form: kindName)) }
        try members.finish()
        guard let ceiling = field.ceiling(of: generalisation) else {
            throw value.failure(.neverLeaves(field: field.rawValue))
        }
        guard level <= ceiling else {
            throw value.failure(.widerThanCeiling(field: field.rawValue, form: kindName))
        }
        return FieldForm(claim: claimName, level: level, generalisation: generalisation)
    }

    private func condition(_ value: YAMLValue, claims: [String]) throws(PolicyFileError) -> FieldCondition {
        var members = try value.mapping()
        let when = try trigger(try members.required("when"))
        var drops: [String]?
        if let list = members.optional("drops") {
            drops = try self.claims(list, among: claims)
        }
        try members.finish()
        return FieldCondition(when: when, drops: drops)
    }

    private func exception(
        _ value: YAMLValue,
        of field: SourceField,
        claims: [String]
    ) throws(PolicyFileError) -> TermException {
        var members = try value.mapping()
        let when = try trigger(try members.required("when"))
        guard let listName = field.vocabulary else { throw value.failure(.unknownKey("exceptions")) }
        var terms: [String]?
        if let list = members.optional("terms") {
            var codes: [String] = []
            for entry in try list.list() {
                let code = try entry.text()
                guard vocabularies[listName].contains(code) else {
                    throw entry.failure(.unknownCode(code, list: listName.rawValue))
                }
                codes.append(code)
            }
            terms = codes
        }
        let claimNames = try self.claims(try members.required("claims"), among: claims)
        let treatmentValue = try members.required("then")
        guard let treatment = TermException.Treatment(rawValue: try treatmentValue.text()) else {
            throw treatmentValue.failure(.invalidValue(key: "then"))
        }
        try members.finish()
        return TermException(when: when, terms: terms, claims: claimNames, treatment: treatment)
    }

    private func trigger(_ value: YAMLValue) throws(PolicyFileError) -> PolicyTrigger {
        guard let trigger = PolicyTrigger(rawValue: try value.text()) else {
            throw value.failure(.unknownCode(try value.text(), list: "circumstances"))
        }
        return trigger
    }

    private func claims(_ list: YAMLValue, among known: [String]) throws(PolicyFileError) -> [String] {
        var names: [String] = []
        for entry in try list.list() {
            let name = try entry.text()
            guard known.contains(name) else { throw entry.failure(.claimNotOfRule(name)) }
            names.append(name)
        }
        return names
    }

    /// The names that a disclosure may bear.
    ///
    /// Protocol 6.1.
    private static func isClaimName(_ name: String) -> Bool {
        let reserved = [
            "iss", "vct", "id", "month", "pol", "tiers", "sup", "aud", "cnf", "exp", "iat", "nbf", "status", "sub",
        ]
        guard let first = name.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first),
            name.utf8.count <= 64, !reserved.contains(name)
        else { return false }
        return name.utf8.allSatisfy { octet in
            switch octet {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
            default: false
            }
        }
    }
}
