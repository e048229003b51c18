// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import StrictJSON

/// An SD-JWT that kept every rule, with what it discloses put in place.
///
/// Only ``SDJWTVerifier`` makes one.
package struct VerifiedSDJWT: Sendable {
    /// Header of the signed part.
    package let header: JSONObject
    /// Payload after processing: without `_sd` and `_sd_alg`, disclosed claims in their places, types as they stand.
    package let payload: JSONObject
    /// Names of the top-level claims that came from disclosures, in order of transmission.
    package let disclosed: [String]
    /// Digests met at all levels, disclosed or not.
    package let digestCount: Int
    /// Disclosures that came along.
    package let disclosureCount: Int

    init(header: JSONObject, payload: JSONObject, disclosed: [String], digestCount: Int, disclosureCount: Int) {
        self.header = header
        self.payload = payload
        self.disclosed = disclosed
        self.digestCount = digestCount
        self.disclosureCount = disclosureCount
    }
}
