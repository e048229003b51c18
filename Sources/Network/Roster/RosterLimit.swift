// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import WireFormat

/// Limits of a roster, checked while it is decoded.
///
/// Protocol 2.
enum RosterLimit {
    /// Root keys.
    static let roots = 32
    /// Members.
    static let members = WireConstants.Limit.rosterMembers
    /// Endpoints of one member.
    static let endpoints = 8
    /// Roles, or audiences, of one member.
    static let words = 8
    /// Bytes of a name or another word.
    static let wordBytes = 64
    /// Bytes of an organisation's name.
    static let organisationBytes = 128
    /// Bytes of "host:port": a host name has at most 253.
    static let addressBytes = 260
    /// CBOR of a whole roster: a member has at most 12 keys, 12 values, and 70 items in its lists.
    static let cbor = CBORLimits(
        byteLimit: WireConstants.Limit.rosterBytes,
        depthLimit: WireConstants.Limit.depth,
        itemLimit: members * 96 + 256
    )
}
