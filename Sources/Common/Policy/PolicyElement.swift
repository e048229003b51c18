// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// One statement of a policy, for places and comparisons.
package enum PolicyElement: Hashable, Sendable {
    case rule(DocumentType, SourceField)
    case form(DocumentType, SourceField, claim: String)
    case condition(DocumentType, SourceField, FieldCondition)
    case exception(DocumentType, SourceField, TermException)
    case crowd(ConfidentialityLevel)
    case crowdAxes
    case audiences
    case delay
    case retention
    case textLimit(SourceField)
}

extension PolicyElement: CustomStringConvertible {
    package var description: String {
        switch self {
        case .rule(let type, let field): "\(type.rawValue) \(field.rawValue)"
        case .form(let type, let field, let claim): "\(type.rawValue) \(field.rawValue) claim \(claim)"
        case .condition(let type, let field, let condition):
            "\(type.rawValue) \(field.rawValue) condition \(condition.when.rawValue)"
        case .exception(let type, let field, let exception):
            "\(type.rawValue) \(field.rawValue) exception \(exception.when.rawValue)"
        case .crowd(let level): "crowd \(level.rawValue)"
        case .crowdAxes: "crowd axes"
        case .audiences: "audiences"
        case .delay: "delay"
        case .retention: "retention"
        case .textLimit(let field): "text_limits \(field.rawValue)"
        }
    }
}
