// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A path to one value inside a JSON value.
///
/// Source: RFC 6901.
package struct JSONPointer: Hashable, Sendable {
    /// Names of members and indices of elements from the root, unescaped; none means the whole value.
    package let tokens: [String]

    package init(tokens: [String] = []) { self.tokens = tokens }

    /// Reads the text form; gives `nil` for a text without `/` in front and for a `~` without `0` or `1` behind it.
    ///
    /// - Parameter text: empty, or tokens that each begin with `/`.
    package init?(text: String) {
        guard !text.isEmpty else {
            self.init()
            return
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.first == "" else { return nil }
        var tokens: [String] = []
        for part in parts.dropFirst() {
            guard let token = Self.unescaped(part) else { return nil }
            tokens.append(token)
        }
        self.init(tokens: tokens)
    }

    /// The text form, with `~` and `/` in tokens escaped.
    package var text: String {
        var result = ""
        for token in tokens {
            result.append("/")
            for character in token.unicodeScalars {
                switch character {
                case "~": result.append("~0")
                case "/": result.append("~1")
                default: result.unicodeScalars.append(character)
                }
            }
        }
        return result
    }

    /// The pointer to a member of the object that this one points to.
    package func appending(_ name: String) -> JSONPointer { JSONPointer(tokens: tokens + [name]) }

    /// The pointer to an element of the array that this one points to.
    package func appending(_ index: Int) -> JSONPointer { appending(String(index)) }

    private static func unescaped(_ part: Substring) -> String? {
        var result = String.UnicodeScalarView()
        var scalars = part.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            guard scalar == "~" else {
                result.append(scalar)
                continue
            }
            switch scalars.next() {
            case "0": result.append("~")
            case "1": result.append("/")
            default: return nil
            }
        }
        return String(result)
    }
}

extension JSONPointer: CustomStringConvertible {
    package var description: String { text }
}

extension JSONValue {
    /// The value that a pointer names inside this one.
    ///
    /// - Parameter pointer: from this value as the root.
    /// - Returns: `nil` when a member is absent, an index is out of range or has a leading zero, or a scalar is in the way.
    package func value(at pointer: JSONPointer) -> JSONValue? {
        var current = self
        for token in pointer.tokens {
            switch current {
            case .object(let object):
                guard let next = object[token] else { return nil }
                current = next
            case .array(let elements):
                guard let index = Int(token), String(index) == token, elements.indices.contains(index) else {
                    return nil
                }
                current = elements[index]
            case .null, .bool, .number, .string:
                return nil
            }
        }
        return current
    }
}
