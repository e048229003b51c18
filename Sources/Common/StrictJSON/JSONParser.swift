// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Reads one JSON text, strictly.
///
/// Beyond RFC 8259: duplicate names, lone surrogates, a byte order mark and ill-formed UTF-8 are errors, because two
/// readers may take them differently and a signature would then cover two meanings.
package enum JSONParser {
    /// Parses exactly one value, with white space around it.
    ///
    /// - Parameters:
    ///   - bytes: as received; may be hostile.
    ///   - limits: checked before memory is taken.
    /// - Returns: the value, numbers as they stood.
    /// - Throws: the first rule that was broken, with its offset.
    package static func parse(
        _ bytes: [UInt8],
        limits: JSONLimits = .standard
    ) throws(JSONParsingError) -> JSONValue {
        guard bytes.count <= limits.byteLimit else {
            throw .tooLong(byteCount: bytes.count, limit: limits.byteLimit)
        }
        var cursor = JSONCursor(bytes: bytes, limits: limits)
        cursor.skipWhiteSpace()
        let value = try cursor.value(depth: 0)
        cursor.skipWhiteSpace()
        guard cursor.offset == bytes.count else { throw .trailingBytes(offset: cursor.offset) }
        return value
    }

    /// Parses a text that is already a string.
    ///
    /// - Parameters:
    ///   - text: one JSON text.
    ///   - limits: as for bytes.
    /// - Returns: the value.
    /// - Throws: the first rule that was broken; offsets count UTF-8 bytes.
    package static func parse(
        text: String,
        limits: JSONLimits = .standard
    ) throws(JSONParsingError) -> JSONValue {
        try parse(Array(text.utf8), limits: limits)
    }
}
