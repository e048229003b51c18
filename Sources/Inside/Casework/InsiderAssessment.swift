// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// How far somebody inside the chain was involved, as judged at the origin; classes of persons, never persons.
package struct InsiderAssessment: Hashable, Sendable, Codable {
    /// Term of `assessment` below `insider-involvement`.
    package let involvement: TermCode
    /// Terms of `insider-roles`.
    package let roles: [TermCode]
    /// Terms of `assessment` below `complicity`; at most as many as roles.
    package let complicity: [TermCode]

    package init(
        involvement: TermCode,
        roles: [TermCode],
        complicity: [TermCode]
    ) {
        self.involvement = involvement
        self.roles = roles
        self.complicity = complicity
    }
}
