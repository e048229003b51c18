// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Something that can undo an encoding in a layer.
///
/// A decoder returns nothing when there is nothing of its kind; it never fails.
protocol LayerDecoder: Sendable {
    static var name: String { get }
    /// Whether a match in the decoded text condemns the whole encoded run.
    static func layers(of layer: TextLayer) -> [TextLayer]
}
