// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Policy
import Vocabulary

/// Reads the rules of one document type and remembers which fields and claims were used.
struct FieldRuleReader {
    private(set) var rules: [FieldRule] = []

    /// Where each statement stands.
    private(set) var places: [PolicyElement: PolicyPlace] = [:]
    private let type: DocumentType
    private let audiences: Set<ConfidentialityLevel>
    private let vocabularies: Vocabularies
    private var claims: Set<String> = []

    init(_ type: DocumentType, audiences: Set<ConfidentialityLevel>, vocabularies: Vocabularies) {
        self.type = type
        self.audiences = audiences
        self.vocabularies = vocabularies
    }

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
        let reader = ConditionReader(field: field, claims: forms.map(\.claim), vocabularies: vocabularies)
        places[.rule(type, field)] = name.place
        var conditions: [FieldCondition] = []
        if let list = members.optional("conditions") {
            for value in try list.list() {
                let condition = try reader.condition(value)
                conditions.append(condition)
                places[.condition(type, field, condition)] = value.place
            }
        }
        var exceptions: [TermException] = []
        if let list = members.optional("exceptions") {
            for value in try list.list() {
                let exception = try reader.exception(value)
                exceptions.append(exception)
                places[.exception(type, field, exception)] = value.place
            }
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
                guard Self.isWidening(previous, form, of: field) else {
                    throw value.failure(.formsNotWidening(field: field.rawValue))
                }
            }
            guard claims.insert(form.claim).inserted else { throw value.failure(.duplicateClaim(form.claim)) }
            forms.append(form)
            places[.form(type, field, claim: form.claim)] = value.place
        }
        return forms
    }

    /// Whether a form may follow another: coarser for the same readers, or for more readers and not finer.
    static func isWidening(_ previous: FieldForm, _ next: FieldForm, of field: SourceField) -> Bool {
        guard field.coarser(previous.generalisation, next.generalisation) == next.generalisation else { return false }
        return previous.level < next.level
            || previous.level == next.level && previous.generalisation != next.generalisation
    }

    private func form(_ value: YAMLValue, of field: SourceField) throws(PolicyFileError) -> FieldForm {
        var members = try value.mapping()
        let claim = try members.required("claim")
        let claimName = try claim.text()
        guard Self.isClaimName(claimName) else { throw claim.failure(.claimNameNotAllowed(claimName)) }
        let levelValue = try members.required("level")
        guard let level = ConfidentialityLevel(rawValue: try levelValue.text()), audiences.contains(level) else {
            throw levelValue.failure(.unknownCode(try levelValue.text(), list: "audiences"))
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
