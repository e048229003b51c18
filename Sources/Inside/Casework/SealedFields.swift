// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The byte form of a list of tagged texts, as it stands inside a seal.
///
/// Each field is one tag byte, a length of four bytes (big-endian) and that many bytes of UTF-8. A tag may repeat; order
/// is kept. The form exists so that secret values need no general encoder.
enum SealedFields {
    /// Writes one field at the end of `bytes`.
    static func append(tag: UInt8, _ value: some Collection<UInt8>, to bytes: inout [UInt8]) {
        let count = UInt32(value.count)
        bytes.append(tag)
        for shift in [24, 16, 8, 0] {
            bytes.append(UInt8(truncatingIfNeeded: count >> UInt32(shift)))
        }
        bytes.append(contentsOf: value)
    }

    /// Walks over the fields in order.
    ///
    /// - Parameters:
    ///   - bytes: what ``append(tag:_:to:)`` wrote.
    ///   - body: called with each tag and the range of its value.
    /// - Throws: ``SealedFieldsError/truncated(offset:)`` when a field runs over the end.
    static func forEach(
        in bytes: Span<UInt8>,
        _ body: (UInt8, Range<Int>) throws(SealedFieldsError) -> Void
    ) throws(SealedFieldsError) {
        var offset = 0
        while offset < bytes.count {
            guard bytes.count - offset >= Self.prefixByteCount else { throw .truncated(offset: offset) }
            var count = 0
            for index in offset + 1..<offset + Self.prefixByteCount {
                count = count << 8 | Int(bytes[index])
            }
            let start = offset + Self.prefixByteCount
            guard count <= bytes.count - start else { throw .truncated(offset: offset) }
            try body(bytes[offset], start..<start + count)
            offset = start + count
        }
    }

    /// The UTF-8 text of a range of bytes.
    static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(SealedFieldsError) -> String {
        var copy: [UInt8] = []
        copy.reserveCapacity(range.count)
        for index in range { copy.append(bytes[index]) }
        guard let text = String(validating: copy, as: UTF8.self) else { throw .notText(offset: range.lowerBound) }
        return text
    }

    private static let prefixByteCount = 5
}
