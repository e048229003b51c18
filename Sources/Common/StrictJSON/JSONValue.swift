// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// One JSON value, with numbers as they stood in the text.
package enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
}

extension JSONValue {
    /// The members, if this is an object.
    package var objectValue: JSONObject? {
        guard case .object(let object) = self else { return nil }
        return object
    }

    /// The text, if this is a string.
    package var stringValue: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The elements, if this is an array.
    package var arrayValue: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    /// The number, if this is one that is written without fraction and exponent and fits.
    package var integerValue: Int? {
        guard case .number(let number) = self else { return nil }
        return number.integer
    }

    /// The number as binary floating point, if this is a finite one.
    package var doubleValue: Double? {
        guard case .number(let number) = self else { return nil }
        return number.double
    }

    /// The truth value, if this is one.
    package var boolValue: Bool? {
        guard case .bool(let truth) = self else { return nil }
        return truth
    }

    /// Whether this is the literal `null`.
    package var isNull: Bool { self == .null }

    /// A number from an integer.
    package static func integer(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }

    /// An array of strings, in the order given.
    package static func strings(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByNilLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    package init(nilLiteral: ()) { self = .null }
}
