// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What a policy file broke.
package enum PolicyFileRule: Hashable, Sendable {
    case notFound
    case unreadable
    case tooLong(byteCount: Int, limit: Int)
    case notUTF8
    case syntax
    case aliasNotAllowed
    case duplicateKey
    case missingKey(String)
    case unknownKey(String)
    case wrongKind(expected: String)
    case invalidValue(key: String)
    case unknownCode(String, list: String)
    case duplicateCode(String)
    case listContradiction
    case duplicateRule(field: String)
    case duplicateClaim(String)
    case claimNotOfRule(String)
    case claimNameNotAllowed(String)
    case formsNotWidening(field: String)
    case formNotOfField(field: String, form: String)
    case widerThanCeiling(field: String, form: String)
    case neverLeaves(field: String)
    case missingThreshold(level: String)
    case effectiveBeforeAnnounced
    case noLegalBasis(level: String)
    case narrowsAnotherPolicy(expected: String)
    case nothingToNarrow(field: String)
    case widens(String)
    case columnCount(expected: Int, found: Int)
    case unknownColumn(String)
    case checkDigitDisagrees(String)
}

extension PolicyFileRule: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notFound: "no such file"
        case .unreadable: "the file cannot be read"
        case .tooLong(let byteCount, let limit): "\(byteCount) bytes, at most \(limit) are allowed"
        case .notUTF8: "not UTF-8"
        case .syntax: "not YAML"
        case .aliasNotAllowed: "anchors and aliases are not allowed"
        case .duplicateKey: "one key twice"
        case .missingKey(let key): "'\(key)' is missing"
        case .unknownKey(let key): "unknown key '\(key)'"
        case .wrongKind(let expected): "expected \(expected)"
        case .invalidValue(let key): "value of '\(key)' is not allowed"
        case .unknownCode(let code, let list): "'\(code)' is not in the list \(list)"
        case .duplicateCode(let code): "'\(code)' is listed twice"
        case .listContradiction: "the list contradicts itself"
        case .duplicateRule(let field): "two rules for the field '\(field)'"
        case .duplicateClaim(let claim): "the claim '\(claim)' is used twice"
        case .claimNotOfRule(let claim): "the rule has no claim '\(claim)'"
        case .claimNameNotAllowed(let claim): "'\(claim)' cannot be the name of a claim"
        case .formsNotWidening(let field): "forms of '\(field)' must become coarser and wider from line to line"
        case .formNotOfField(let field, let form): "the field '\(field)' has no form '\(form)'"
        case .widerThanCeiling(let field, let form): "'\(form)' of '\(field)' may not be read that widely"
        case .neverLeaves(let field): "the field '\(field)' never leaves"
        case .missingThreshold(let level): "no crowd threshold for the level '\(level)'"
        case .effectiveBeforeAnnounced: "the policy takes effect before it is announced"
        case .noLegalBasis(let level): "no legal basis for the level '\(level)'"
        case .narrowsAnotherPolicy(let expected): "the federation's policy is '\(expected)'"
        case .nothingToNarrow(let field): "the federation's policy lets nothing of '\(field)' out"
        case .widens(let what): "a local policy cannot widen \(what)"
        case .columnCount(let expected, let found): "\(found) columns, expected \(expected)"
        case .unknownColumn(let name): "unknown column '\(name)'"
        case .checkDigitDisagrees(let text): "the check digit of '\(text)' says otherwise"
        }
    }
}
