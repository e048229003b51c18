// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import StrictJSON

/// The rules of dossier/1 that a file can break.
///
/// The written form of the rules is `docs/reference/dossier-1.schema.json`; check digits, code lists and days are checked
/// here beyond what a schema can say.
package enum DossierRule: Hashable, Sendable {
    /// The file is larger than the limit, in bytes; nothing of it was read.
    case fileTooLarge(limit: Int)

    /// The file is not strict JSON in UTF-8.
    case notJSON(JSONParsingError)

    /// The object may not have a member of this name. A name that is no plain word is not repeated; the pointer then shows
    /// the object.
    case unknownField

    case missingField
    case wrongType(expected: JSONType)

    /// A text that has not the form of its field.
    case wrongForm(TextForm)

    /// A code that is not in its list.
    case unknownCode(list: String)

    case wrongCheckDigit
    case impossibleDay

    /// A day that lies before the one to which it is compared.
    case earlierThan(field: String)

    /// A number outside its range.
    case outOfRange(lowest: Int, highest: Int)

    case empty

    /// Counted in Unicode code points.
    case tooLong(limit: Int)

    case tooManyItems(limit: Int)

    /// An item that stood earlier in the same list.
    case repeated

    /// A value that contradicts another field of the same file.
    case contradicts(field: String)
}

extension DossierRule: CustomStringConvertible {
    package var description: String {
        switch self {
        case .fileTooLarge(let limit): "file is larger than \(limit) bytes"
        case .notJSON(let error): "not strict JSON: \(error)"
        case .unknownField: "unknown field"
        case .missingField: "field is missing"
        case .wrongType(let expected): "must be \(expected.rawValue)"
        case .wrongForm(let form): "must be \(form.rawValue)"
        case .unknownCode(let list): "code is not in the list \(list)"
        case .wrongCheckDigit: "wrong check digit"
        case .impossibleDay: "day does not exist"
        case .earlierThan(let field): "day lies before \(field)"
        case .outOfRange(let lowest, let highest): "must lie between \(lowest) and \(highest)"
        case .empty: "must not be empty"
        case .tooLong(let limit): "longer than \(limit) characters"
        case .tooManyItems(let limit): "more than \(limit) items"
        case .repeated: "item is repeated"
        case .contradicts(let field): "contradicts \(field)"
        }
    }
}
