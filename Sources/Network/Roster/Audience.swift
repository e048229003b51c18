// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Who may open a sealed tier; every member may read the public one.
///
/// Protocol 2.
package struct Audience: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package static let customs = Audience(rawValue: "customs")
    package static let partners = Audience(rawValue: "partners")
}
