// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Something that can undo an encoding in a layer.
///
/// A decoder returns nothing when there is nothing of its kind; it never fails.
protocol LayerDecoder: Sendable {
    static var name: String { get }
    /// Signs of which at least one occurs in whatever the decoder can undo; nil when it needs none.
    static var signs: StaticString? { get }
    static func layers(of layer: TextLayer) -> [TextLayer]
}

extension LayerDecoder {
    static var signs: StaticString? { nil }
}
