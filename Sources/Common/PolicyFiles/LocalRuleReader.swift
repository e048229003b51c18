// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Policy
import Vocabulary

/// Reads what a desk narrows of one document type, field by field.
struct LocalRuleReader {
    private(set) var rules: [LocalRule] = []

    /// Where each statement stands.
    private(set) var places: [PolicyElement: PolicyPlace] = [:]
    private let type: DocumentType
    private let federation: Policy
    private let vocabularies: Vocabularies

    init(_ type: DocumentType, federation: Policy, vocabularies: Vocabularies) {
        self.type = type
        self.federation = federation
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
        guard let rule = federation.rule(for: field, in: type), !rule.forms.isEmpty else {
            throw name.failure(.nothingToNarrow(field: field.rawValue))
        }
        places[.rule(type, field)] = name.place
        let withheld = try withheld(members.optional("withhold"), of: rule)
        let forms = try forms(members.optional("forms"), of: rule, withheld: withheld)
        let left = rule.forms.map(\.claim).filter { !withheld.contains($0) }
        let reader = ConditionReader(field: field, claims: left, vocabularies: vocabularies)
        var conditions: [FieldCondition] = []
        for value in try members.optional("conditions")?.list() ?? [] {
            let condition = try reader.condition(value)
            conditions.append(condition)
            places[.condition(type, field, condition)] = value.place
        }
        var exceptions: [TermException] = []
        for value in try members.optional("exceptions")?.list() ?? [] {
            let exception = try reader.exception(value)
            exceptions.append(exception)
            places[.exception(type, field, exception)] = value.place
        }
        try members.finish()
        rules.append(
            LocalRule(field: field, withheld: withheld, forms: forms, conditions: conditions, exceptions: exceptions)
        )
    }

    /// `all`, or a list of claims.
    private func withheld(_ value: YAMLValue?, of rule: FieldRule) throws(PolicyFileError) -> Set<String> {
        guard let value else { return [] }
        let known = rule.forms.map(\.claim)
        if value.isText {
            guard try value.text() == "all" else { throw value.failure(.invalidValue(key: "withhold")) }
            return Set(known)
        }
        var withheld: Set<String> = []
        for entry in try value.list() {
            let claim = try entry.text()
            guard known.contains(claim) else { throw entry.failure(.claimNotOfRule(claim)) }
            guard withheld.insert(claim).inserted else { throw entry.failure(.duplicateClaim(claim)) }
        }
        return withheld
    }

    private mutating func forms(
        _ list: YAMLValue?,
        of rule: FieldRule,
        withheld: Set<String>
    ) throws(PolicyFileError) -> [LocalRule.Form] {
        guard let list else { return [] }
        var forms: [LocalRule.Form] = []
        for value in try list.list() {
            let form = try form(value, of: rule)
            guard !forms.contains(where: { $0.claim == form.claim }), !withheld.contains(form.claim) else {
                throw value.failure(.duplicateClaim(form.claim))
            }
            forms.append(form)
            places[.form(type, rule.field, claim: form.claim)] = value.place
        }
        try checkOrder(of: rule, narrowedBy: forms, withheld: withheld, at: list)
        return forms
    }

    private func form(_ value: YAMLValue, of rule: FieldRule) throws(PolicyFileError) -> LocalRule.Form {
        var members = try value.mapping()
        let claim = try members.required("claim")
        let name = try claim.text()
        guard let before = rule.forms.first(where: { $0.claim == name }) else {
            throw claim.failure(.claimNotOfRule(name))
        }
        var level: ConfidentialityLevel?
        if let entry = members.optional("level") {
            let found = try PolicySections.level(entry)
            guard found <= before.level else { throw entry.failure(.widens("the level of the claim '\(name)'")) }
            level = found
        }
        var generalisation: Generalisation?
        if let entry = members.optional("as") {
            let text = try entry.text()
            guard let found = Generalisation(rawValue: text), rule.field.generalisations.contains(found) else {
                throw entry.failure(.formNotOfField(field: rule.field.rawValue, form: text))
            }
            guard rule.field.coarser(before.generalisation, found) == found else {
                throw entry.failure(.widens("the form of the claim '\(name)'"))
            }
            generalisation = found
        }
        try members.finish()
        return LocalRule.Form(claim: name, level: level, generalisation: generalisation)
    }

    /// A coarser form must not be read by fewer people than a finer one: the finer one would give it away.
    private func checkOrder(
        of rule: FieldRule,
        narrowedBy forms: [LocalRule.Form],
        withheld: Set<String>,
        at list: YAMLValue
    ) throws(PolicyFileError) {
        var last: FieldForm?
        for form in rule.forms where !withheld.contains(form.claim) {
            let change = forms.first { $0.claim == form.claim }
            let next = FieldForm(
                claim: form.claim,
                level: change?.level ?? form.level,
                generalisation: change?.generalisation ?? form.generalisation
            )
            if let last, !FieldRuleReader.isWidening(last, next, of: rule.field) {
                let place = places[.form(type, rule.field, claim: form.claim)] ?? list.place
                throw PolicyFileError(
                    file: list.file,
                    line: place.line,
                    rule: .formsNotWidening(field: rule.field.rawValue)
                )
            }
            last = next
        }
    }
}
