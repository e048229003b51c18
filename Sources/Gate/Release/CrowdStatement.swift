// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Policy
import Redaction

/// The crowd in which one level's readers see a release, as it stood when it was approved.
///
/// Part of what is signed: the second person sees the same numbers as the first.
package struct CrowdStatement: Hashable, Sendable {
    package let level: ConfidentialityLevel
    package let found: Crowd
    package let needed: CrowdThreshold

    package init(level: ConfidentialityLevel, found: Crowd, needed: CrowdThreshold) {
        self.level = level
        self.found = found
        self.needed = needed
    }

    init(_ verdict: CrowdVerdict) {
        self.init(level: verdict.level, found: verdict.found, needed: verdict.needed)
    }

    package var isMet: Bool { self.needed.isMet(by: self.found) }
}
