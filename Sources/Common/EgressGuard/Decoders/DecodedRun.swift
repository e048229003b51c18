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
        guard text.count >= 2, Self.looksLikeText(text) else { return nil }
        let original = source.original(range)
        var scalars: [Unicode.Scalar] = []
        var index = 0
        while index < text.count {
            let length = UTF8Sequence.length(in: text, at: index)
            scalars.append(UTF8Sequence.scalar(in: text, at: index, length: length))
            index += length
        }
        let starts = [Int32](repeating: Int32(original.lowerBound), count: scalars.count)
        let ends = [Int32](repeating: Int32(original.upperBound), count: scalars.count)
        return TextLayer(scalars: scalars, starts: starts, ends: ends, trail: source.trail + [name])
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
