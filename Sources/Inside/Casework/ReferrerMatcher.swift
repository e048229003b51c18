// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Finds values of referrers in something that is about to leave, without showing them.
///
/// The vault implements it over all live records. A match says where and by which rule, never what.
package protocol ReferrerMatcher: Sendable {
    /// Looks through bytes as they would leave, in every encoding that the guard knows.
    func scan(_ bytes: [UInt8]) -> [MatchedRange]

    /// Looks through a text; ranges count Unicode code points.
    func scan(text: String) -> [MatchedRange]
}
