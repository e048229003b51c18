// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Keys of the maps in a roster.
///
/// Protocol 2.
enum RosterKey {
    static let network: UInt64 = 1
    static let epoch: UInt64 = 2
    static let previousHash: UInt64 = 3
    static let threshold: UInt64 = 4
    static let roots: UInt64 = 5
    static let members: UInt64 = 6
    static let issuedDay: UInt64 = 7

    /// Keys of a member.
    enum Member {
        static let key: UInt64 = 1
        static let name: UInt64 = 2
        static let organisation: UInt64 = 3
        static let country: UInt64 = 4
        static let region: UInt64 = 5
        static let memberClass: UInt64 = 6
        static let roles: UInt64 = 7
        static let endpoints: UInt64 = 8
        static let audiences: UInt64 = 9
        static let logEpoch: UInt64 = 10
        static let closedAt: UInt64 = 11
        static let quota: UInt64 = 12
    }

    /// Keys of an endpoint.
    enum Endpoint {
        static let role: UInt64 = 1
        static let spkiHash: UInt64 = 2
        static let address: UInt64 = 3
    }
}
