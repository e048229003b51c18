// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Frames of one type in one direction.
package struct FrameCount: Hashable, Sendable {
    /// Protocol name of the type.
    package let name: String
    package var frames: UInt64
    /// Bytes before TLS, heads included.
    package var bytes: UInt64
}
