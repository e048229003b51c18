// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Quoted-printable (RFC 2045, 6.7): "=C3=A9" and soft line breaks; also the "_" of RFC 2047.
enum QuotedPrintableDecoder: LayerDecoder {
    static let name = "quoted-printable"
    static let signs: StaticString? = "="

    static func layers(of layer: TextLayer) -> [TextLayer] {
        EscapedBytes.layers(of: layer, name: Self.name, blankSign: "_") { scalars, index in
            guard scalars[index] == "=", index + 1 < scalars.count else { return nil }
            if scalars[index + 1] == "\n" { return (nil, 2) }
            if scalars[index + 1] == "\r" {
                return (nil, index + 2 < scalars.count && scalars[index + 2] == "\n" ? 3 : 2)
            }
            guard index + 2 < scalars.count, let high = Signs.hexValue(scalars[index + 1]),
                let low = Signs.hexValue(scalars[index + 2])
            else { return nil }
            return (high << 4 | low, 3)
        }
    }
}
