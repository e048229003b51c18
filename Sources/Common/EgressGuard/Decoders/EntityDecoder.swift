// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// HTML and XML character references: decimal, hexadecimal, and the named ones that names are made of; tags are
/// dropped.
enum EntityDecoder: LayerDecoder {
    static let name = "html-entity"
    static let signs: StaticString? = "&<"
    private static let referenceLimit = 12

    private static let named: [String: Unicode.Scalar] = {
        var named: [String: Unicode.Scalar] = [
            "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "commat": "@", "period": ".",
            "shy": "\u{AD}",
            "hyphen": "-", "dash": "-", "lowbar": "_", "sol": "/", "plus": "+", "num": "#", "colon": ":", "comma": ",",
            "szlig": "ß", "aelig": "æ", "AElig": "Æ", "oelig": "œ", "OElig": "Œ", "oslash": "ø", "Oslash": "Ø",
            "zwnj": "\u{200C}", "zwj": "\u{200D}", "ensp": " ", "emsp": " ", "rsquo": "’", "lsquo": "‘", "eth": "ð",
            "thorn": "þ", "THORN": "Þ", "ETH": "Ð", "inodot": "ı", "Lstrok": "Ł", "lstrok": "ł", "Dstrok": "Đ",
            "dstrok": "đ",
        ]
        let plain = "AaEeIiOoUuYyNnCcSsZz"
        for letter in plain {
            for mark in ["acute", "grave", "circ", "uml", "tilde", "ring", "cedil", "caron", "macr", "breve"] {
                named["\(letter)\(mark)"] = letter.unicodeScalars.first
            }
        }
        return named
    }()

    static func layers(of layer: TextLayer) -> [TextLayer] {
        let scalars = layer.scalars
        guard scalars.contains("&") || scalars.contains("<") else { return [] }
        var builder = TextLayerBuilder(source: layer)
        var index = 0
        while index < scalars.count {
            if scalars[index] == "&", let reference = Self.reference(in: scalars, at: index) {
                builder.put(reference.scalar, for: index..<(index + reference.length))
                index += reference.length
            } else if scalars[index] == "<", let length = Self.tagLength(in: scalars, at: index) {
                builder.drop()
                index += length
            } else {
                builder.copy(index)
                index += 1
            }
        }
        return builder.changed ? [builder.layer(Self.name)] : []
    }

    private static func reference(
        in scalars: [Unicode.Scalar],
        at index: Int
    ) -> (scalar: Unicode.Scalar, length: Int)? {
        var end = index + 1
        var text = ""
        while end < scalars.count, end - index <= Self.referenceLimit,
            Signs.isWordSign(scalars[end]) || end == index + 1 && scalars[end] == "#"
        {
            text.unicodeScalars.append(scalars[end])
            end += 1
        }
        let hasSemicolon = end < scalars.count && scalars[end] == ";"
        let length = end - index + (hasSemicolon ? 1 : 0)
        if text.hasPrefix("#") {
            let isHex = text.dropFirst().hasPrefix("x") || text.dropFirst().hasPrefix("X")
            let digits = text.dropFirst(isHex ? 2 : 1)
            guard let value = UInt32(digits, radix: isHex ? 16 : 10) else { return nil }
            return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
        }
        guard hasSemicolon, let scalar = Self.named[text] else { return nil }
        return (scalar, length)
    }

    /// A tag or comment of at most 200 characters.
    private static func tagLength(in scalars: [Unicode.Scalar], at index: Int) -> Int? {
        guard index + 1 < scalars.count,
            Signs.isLetter(scalars[index + 1]) || scalars[index + 1] == "/" || scalars[index + 1] == "!"
        else { return nil }
        let limit = min(scalars.count, index + 200)
        guard let end = scalars[index..<limit].firstIndex(of: ">") else { return nil }
        return end - index + 1
    }
}
