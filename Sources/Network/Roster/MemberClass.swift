// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What kind of organisation a member is.
///
/// A word and not a closed list: a later minor version may add one, and nobody treats an unknown word as a known one.
/// Protocol 2.
package struct MemberClass: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package static let customs = MemberClass(rawValue: "customs")
    package static let carrier = MemberClass(rawValue: "carrier")
    package static let port = MemberClass(rawValue: "port")
    package static let hub = MemberClass(rawValue: "hub")
    package static let other = MemberClass(rawValue: "other")
}
