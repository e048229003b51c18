// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Turns the bytes decoded from one run into a layer in which every character stands for the whole run.
enum DecodedRun {
    /// - Parameters:
    ///   - bytes: what the run stands for.
    ///   - range: the run in the source layer.
    ///   - source: the layer that holds the run.
    ///   - name: the decoder.
    /// - Returns: nil when the bytes do not look like text at all.
    static func layer(_ bytes: [UInt8], of range: Range<Int>, in source: TextLayer, name: String) -> TextLayer? {
        let text = bytes.filter { $0 != 0 }
        guard text.count >= 2 else { return nil }
        if (bytes.count - text.count) * 4 >= bytes.count, let scalars = Self.wide(bytes) {
            return Self.layer(scalars, of: range, in: source, name: name)
        }
        guard Self.looksLikeText(text) else { return nil }
        var scalars: [Unicode.Scalar] = []
        var index = 0
        while index < text.count {
            let length = UTF8Sequence.length(in: text, at: index)
            scalars.append(UTF8Sequence.scalar(in: text, at: index, length: length))
            index += length
        }
        return Self.layer(scalars, of: range, in: source, name: name)
    }

    private static func layer(
        _ scalars: [Unicode.Scalar],
        of range: Range<Int>,
        in source: TextLayer,
        name: String
    ) -> TextLayer {
        let original = source.original(range)
        let starts = [Int32](repeating: Int32(original.lowerBound), count: scalars.count)
        let ends = [Int32](repeating: Int32(original.upperBound), count: scalars.count)
        return TextLayer(scalars: scalars, starts: starts, ends: ends, trail: source.trail + [name])
    }

    /// UTF-16 in the byte order whose high bytes are mostly zero; nil when half of it are no characters of words.
    private static func wide(_ bytes: [UInt8]) -> [Unicode.Scalar]? {
        let zeros = bytes.indices.filter { bytes[$0] == 0 }
        let high = zeros.count { $0 % 2 == 1 } * 2 >= zeros.count ? 1 : 0
        var scalars: [Unicode.Scalar] = []
        for index in stride(from: 0, to: bytes.count - 1, by: 2) {
            let unit = UInt32(bytes[index + high]) << 8 | UInt32(bytes[index + 1 - high])
            if unit != 0, let scalar = Unicode.Scalar(unit) { scalars.append(scalar) }
        }
        let letters = scalars.count { Signs.isWordSign($0) || $0 == " " }
        return scalars.count >= 2 && letters * 2 >= scalars.count ? scalars : nil
    }

    /// Whether a stretch of eight neighbouring bytes, or all of them, are printable or UTF-8.
    ///
    /// A stretch rather than a share: a name stays findable inside a binary blob.
    private static func looksLikeText(_ bytes: [UInt8]) -> Bool {
        let wanted = min(6, bytes.count)
        var run = 0
        var index = 0
        while index < bytes.count {
            let length = UTF8Sequence.length(in: bytes, at: index)
            let isText = length > 1 || (0x20...0x7E).contains(bytes[index]) || (0x09...0x0D).contains(bytes[index])
            run = isText ? run + length : 0
            if run >= wanted { return true }
            index += length
        }
        return false
    }
}
