// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Escapes of JSON, C and shells: \uXXXX (surrogate pairs too), \u{X}, \UXXXXXXXX, U+XXXX, \xXX, \n and \".
enum BackslashDecoder: LayerDecoder {
    static let name = "json-escape"
    static let signs: StaticString? = "\\+"

    static func layers(of layer: TextLayer) -> [TextLayer] {
        let scalars = layer.scalars
        var builder = TextLayerBuilder(source: layer)
        var index = 0
        while index < scalars.count {
            if let unit = Self.unit(in: scalars, at: index) {
                let isNamed = scalars[index] != "\\"
                index = Self.putUnit(unit, in: scalars, at: index, to: &builder)
                // "U+0041 U+0042": the blank only separates the codes.
                if isNamed, index < scalars.count, Signs.isSpace(scalars[index]),
                    Self.unit(in: scalars, at: index + 1) != nil
                {
                    builder.drop()
                    index += 1
                }
                continue
            }
            if let byte = Self.byte(in: scalars, at: index) {
                var bytes = [byte.value]
                var spans = [index..<(index + byte.length)]
                index += byte.length
                while let following = Self.byte(in: scalars, at: index) {
                    bytes.append(following.value)
                    spans.append(index..<(index + following.length))
                    index += following.length
                }
                builder.put(bytes: bytes, spans: spans)
                continue
            }
            if scalars[index] == "\\", index + 1 < scalars.count,
                Signs.contains("nrtbf\"/\\'", scalars[index + 1])
            {
                let next = scalars[index + 1]
                builder.put(Signs.contains("nrtbf", next) ? " " : next, for: index..<(index + 2))
                index += 2
                continue
            }
            builder.copy(index)
            index += 1
        }
        return builder.changed ? [builder.layer(Self.name)] : []
    }

    private static func putUnit(
        _ unit: (value: UInt32, length: Int),
        in scalars: [Unicode.Scalar],
        at index: Int,
        to builder: inout TextLayerBuilder
    ) -> Int {
        var value = unit.value
        var end = index + unit.length
        if (0xD800...0xDBFF).contains(value), let low = Self.unit(in: scalars, at: end),
            (0xDC00...0xDFFF).contains(low.value)
        {
            value = 0x10000 + (value - 0xD800) << 10 + (low.value - 0xDC00)
            end += low.length
        }
        builder.put(Unicode.Scalar(value) ?? "\u{FFFD}", for: index..<end)
        return end
    }

    /// A code unit escape at an index.
    private static func unit(in scalars: [Unicode.Scalar], at index: Int) -> (value: UInt32, length: Int)? {
        guard index + 2 < scalars.count else { return nil }
        let lead = scalars[index]
        let kind = scalars[index + 1]
        guard lead == "\\" && (kind == "u" || kind == "U") || (lead == "U" || lead == "u") && kind == "+" else {
            return nil
        }
        let isBraced = scalars[index + 2] == "{"
        let start = index + (isBraced ? 3 : 2)
        let limit = isBraced ? 6 : kind == "U" ? 8 : kind == "+" ? 6 : 4
        var value: UInt32 = 0
        var length = 0
        while length < limit, start + length < scalars.count, let digit = Signs.hexValue(scalars[start + length]) {
            value = value << 4 | UInt32(digit)
            length += 1
        }
        guard length >= (isBraced ? 1 : 4) else { return nil }
        return (value, start - index + length + (isBraced ? 1 : 0))
    }

    /// A byte escape \xXX or an octal one of three digits.
    private static func byte(in scalars: [Unicode.Scalar], at index: Int) -> (value: UInt8, length: Int)? {
        guard index + 3 < scalars.count, scalars[index] == "\\" else { return nil }
        if scalars[index + 1] == "x", let high = Signs.hexValue(scalars[index + 2]),
            let low = Signs.hexValue(scalars[index + 3])
        {
            return (high << 4 | low, 4)
        }
        let digits = scalars[(index + 1)...(index + 3)]
        guard digits.allSatisfy({ (0x30...0x37).contains($0.value) }), digits.first.map({ $0.value <= 0x33 }) == true
        else {
            return nil
        }
        return (UInt8(digits.reduce(0) { $0 << 3 | ($1.value - 0x30) } & 0xFF), 4)
    }
}
