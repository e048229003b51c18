// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// One port of the way of the goods and the part that it played.
///
/// The legs of a case stand in the order of travel.
package struct RouteLeg: Hashable, Sendable, Codable {
    /// What happened there.
    package let role: Role
    /// UN/LOCODE.
    package let locode: TermCode

    package init(
        role: Role,
        locode: TermCode
    ) {
        self.role = role
        self.locode = locode
    }

    /// Parts that a port can play.
    package enum Role: String, Hashable, Sendable, Codable, CaseIterable {
        case load
        case tranship
        case discharge
    }
}
