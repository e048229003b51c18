// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Sizes and counts that a bulletin must keep, each checked before memory is taken.
///
/// Sources: protocol 5.2, 6.1 and 6.2; RFC 9901 names no limits, so these are the profile's own.
package enum BulletinLimits {
    /// Bytes of one SD-JWT in compact form, disclosures included.
    package static let compactBytes = 64 * 1024
    /// Digests in one SD-JWT, at all levels together.
    package static let digests = 256
    /// Nesting of JSON in header, payload and disclosures.
    package static let jsonDepth = 16
    /// Nesting of objects and arrays after disclosures were put in place.
    package static let disclosedDepth = 32
    /// Members and elements in one JSON text of a bulletin.
    package static let jsonMembers = 4_096
    /// Numbers of digests that `_sd` is padded to, so that the count of claims does not show.
    package static let paddedDigestCounts = [32, 64, 128]
    /// Bytes of the smallest tier bundle; larger ones are powers of two.
    package static let bundleBytesMin = 1_024
    /// Bytes of the largest tier bundle.
    package static let bundleBytesMax = 32 * 1024
    /// Digests and bytes of each sealed bundle of everything in a constant batch: one shape for all.
    package static let constantDigests = 64
    package static let constantBundleBytes = 8_192
    /// Numbers of key slots that a sealed tier may have.
    package static let slotCounts = [1, 4, 16, 64]
    /// Bytes of core and parts together.
    ///
    /// Protocol 5.2.
    package static let bodyBytes = 64 * 1024
    /// Bytes of randomness in a salt.
    ///
    /// RFC 9901 section 9.3 recommends 128 bits.
    package static let saltBytes = 16
    /// Bytes of one claim name.
    package static let claimNameBytes = 64
}
