// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import BulletinFormat
package import Cryptography

/// What two people approve besides the content: who touched it, when it may leave, how soon, who reads it.
package struct ReleaseTerms: Hashable, Sendable {
    /// Who could open a sealed tier when the release was frozen.
    package struct Readers: Hashable, Sendable {
        package let tier: Tier
        /// Node keys of the members of the tier's audience, ascending.
        package let members: [SigningPublicKey]

        package init(tier: Tier, members: [SigningPublicKey]) {
            self.tier = tier
            self.members = members.sorted()
        }
    }

    /// Officers who touched this or an earlier revision, by id, ascending: none of them can be the second person.
    package let authors: [String]
    /// First day of departure, days since 1970-01-01; nil leaves it to the schedule alone.
    package let earliestDay: Int?
    /// Readers of the sealed tiers, ascending; those of departure must be the same.
    package let readers: [Readers]
    /// Of the class that leaves with the next day's batch: the method alone, without place and date.
    package let isUrgent: Bool

    package init(
        authors: [String] = [],
        earliestDay: Int? = nil,
        readers: [Readers] = [],
        isUrgent: Bool = false
    ) {
        self.authors = Array(Set(authors)).sorted()
        self.earliestDay = earliestDay
        self.readers = readers.sorted { $0.tier < $1.tier }
        self.isUrgent = isUrgent
    }

    /// Nothing besides the content.
    package static let none = ReleaseTerms()
}
