// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Policy
import Vocabulary

/// Reads the conditions and exceptions of one field's rule.
struct ConditionReader {
    let field: SourceField

    /// Claims that the rule has, and that a condition may name.
    let claims: [String]
    let vocabularies: Vocabularies

    func condition(_ value: YAMLValue) throws(PolicyFileError) -> FieldCondition {
        var members = try value.mapping()
        let when = try trigger(try members.required("when"))
        var drops: [String]?
        if let list = members.optional("drops") { drops = try names(list) }
        try members.finish()
        return FieldCondition(when: when, drops: drops)
    }

    func exception(_ value: YAMLValue) throws(PolicyFileError) -> TermException {
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
        let claimNames = try names(try members.required("claims"))
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

    private func names(_ list: YAMLValue) throws(PolicyFileError) -> [String] {
        var names: [String] = []
        for entry in try list.list() {
            let name = try entry.text()
            guard claims.contains(name) else { throw entry.failure(.claimNotOfRule(name)) }
            names.append(name)
        }
        return names
    }
}
