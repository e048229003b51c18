// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Percent escapes (RFC 3986, 2.1), also with plus signs for blanks beside them.
enum PercentDecoder: LayerDecoder {
    static let name = "percent"
    static let signs: StaticString? = "%"

    static func layers(of layer: TextLayer) -> [TextLayer] {
        EscapedBytes.layers(of: layer, name: Self.name, blankSign: "+") { scalars, index in
            guard scalars[index] == "%", index + 2 < scalars.count, let high = Signs.hexValue(scalars[index + 1]),
                let low = Signs.hexValue(scalars[index + 2])
            else { return nil }
            return (high << 4 | low, 3)
        }
    }
}
