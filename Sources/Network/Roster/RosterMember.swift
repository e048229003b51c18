// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
package import Ledger

/// One member as the roster names it.
///
/// Protocol 2.
package struct RosterMember: Hashable, Sendable {
    /// The key that signs the member's log.
    package var key: SigningPublicKey
    /// Name in the network: 1 to 64 lower-case letters, digits and hyphens, unique; `urn:node:<name>` in bulletins.
    package var name: String
    /// The organisation, for people.
    package var organisation: String
    /// ISO 3166-1 alpha-2, "" for none.
    package var country: String
    /// WCO region, as a code.
    package var region: String
    /// What kind of organisation it is.
    package var memberClass: MemberClass
    /// What it may do, ascending.
    package var roles: [MemberRole]
    /// Its programs.
    package var endpoints: [RosterEndpoint]
    /// Which sealed tiers it may open, ascending.
    package var audiences: [Audience]
    /// Which life of its log entries must name.
    package var logEpoch: UInt64
    /// Where its log was closed, nil while it is open.
    package var closedAt: LogClosure?
    /// What it may publish in a day.
    package var quota: DailyQuota

    package init(
        key: SigningPublicKey,
        name: String,
        organisation: String,
        country: String,
        region: String,
        memberClass: MemberClass,
        roles: [MemberRole],
        endpoints: [RosterEndpoint],
        audiences: [Audience],
        logEpoch: UInt64 = 1,
        closedAt: LogClosure? = nil,
        quota: DailyQuota = .standard
    ) {
        self.key = key
        self.name = name
        self.organisation = organisation
        self.country = country
        self.region = region
        self.memberClass = memberClass
        self.roles = roles
        self.endpoints = endpoints
        self.audiences = audiences
        self.logEpoch = logEpoch
        self.closedAt = closedAt
        self.quota = quota
    }

    /// The issuer's name in bulletins.
    package var issuer: String { "urn:node:\(self.name)" }

    /// Whether this member has a role.
    package func has(_ role: MemberRole) -> Bool { self.roles.contains(role) }

    /// Whether this member may open the tier of an audience.
    package func reads(_ audience: Audience) -> Bool { self.audiences.contains(audience) }

    /// Its endpoints of one role, in the roster's order.
    package func endpoints(of role: EndpointRole) -> [RosterEndpoint] {
        self.endpoints.filter { $0.role == role }
    }
}
