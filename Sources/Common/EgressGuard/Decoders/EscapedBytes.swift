// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The common part of decoders whose escapes are bytes that stand among plain text.
enum EscapedBytes {
    /// Reads one escape: a byte or nothing (a soft line break), and its length in characters.
    typealias Reader = (_ scalars: [Unicode.Scalar], _ index: Int) -> (byte: UInt8?, length: Int)?

    static func layers(
        of layer: TextLayer,
        name: String,
        blankSign: Unicode.Scalar,
        _ reader: Reader
    ) -> [TextLayer] {
        let scalars = layer.scalars
        // The sign alone is frequent: "9 %".
        let hasEscape = layer.tokens.tokens.contains { $0.kind == .sign && reader(scalars, Int($0.start)) != nil }
        guard hasEscape else { return [] }
        var builder = TextLayerBuilder(source: layer)
        var index = 0
        while index < scalars.count {
            var bytes: [UInt8] = []
            var spans: [Range<Int>] = []
            var end = index
            while end < scalars.count, let escape = reader(scalars, end), escape.length > 0 {
                if let byte = escape.byte {
                    bytes.append(byte)
                    spans.append(end..<(end + escape.length))
                } else {
                    builder.drop()
                }
                end += escape.length
            }
            if end > index {
                builder.put(bytes: bytes, spans: spans)
                index = end
                continue
            }
            if scalars[index] == blankSign, builder.changed {
                builder.put(" ", for: index..<(index + 1))
            } else {
                builder.copy(index)
            }
            index += 1
        }
        return builder.changed ? [builder.layer(name)] : []
    }
}
