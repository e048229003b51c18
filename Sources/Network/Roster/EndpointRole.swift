// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Which of a member's programs has a TLS key; an unknown word is no peer.
///
/// Protocol 2.
package struct EndpointRole: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package static let desk = EndpointRole(rawValue: "desk")
    package static let relay = EndpointRole(rawValue: "relay")
    package static let intake = EndpointRole(rawValue: "intake")
}
