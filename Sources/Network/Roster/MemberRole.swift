// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What a member may do in the network; an unknown word allows nothing.
///
/// Protocol 2.
package struct MemberRole: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// May write a log.
    package static let origin = MemberRole(rawValue: "origin")
    /// Runs a relay that others dial.
    package static let relay = MemberRole(rawValue: "relay")
    /// Issues audience epochs, and is dialled by members without a relay.
    package static let hub = MemberRole(rawValue: "hub")
}
