// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Reads deterministic CBOR and nothing else.
///
/// There is one accepted encoding of each value, so that a hash over received bytes and a hash over re-encoded bytes
/// are the same. Source: RFC 8949 section 4.2.1.
package enum CBORDecoder {
    /// Decodes exactly one value that fills the bytes.
    ///
    /// - Parameters:
    ///   - bytes: as received; may be hostile.
    ///   - limits: checked before memory is taken.
    /// - Returns: the value; encoding it again gives the same bytes.
    /// - Throws: the first rule that was broken, with its offset.
    package static func decode(
        _ bytes: [UInt8],
        limits: CBORLimits = .wire
    ) throws(CBORDecodingError) -> CBORValue {
        guard bytes.count <= limits.byteLimit else {
            throw .tooLong(byteCount: bytes.count, limit: limits.byteLimit)
        }
        var cursor = CBORCursor(bytes: bytes, limits: limits)
        let value = try cursor.value(depth: 0)
        guard cursor.offset == bytes.count else {
            throw .trailingBytes(count: bytes.count - cursor.offset, offset: cursor.offset)
        }
        return value
    }
}
