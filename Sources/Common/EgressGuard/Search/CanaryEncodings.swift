// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The disguises that ``CanarySearch`` knows, for positive controls.
package enum CanaryEncodings {
    /// Every encoding with a function that writes a value in it.
    ///
    /// A control plants one value per encoding and requires each to be found.
    package static let all: [(name: String, encode: @Sendable (String) -> [UInt8])] = [
        ("utf-8", { Array($0.utf8) }),
        ("lowercase", { Array($0.lowercased().utf8) }),
        ("uppercase", { Array($0.uppercased().utf8) }),
    ]
}
