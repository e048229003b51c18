// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import EgressGuard
import Redaction

/// Looks at an officer's text with the values of all referrers and those of the case itself.
struct CaseTextGuard: TextGuard {
    let referrers: EgressGuard
    let incident: EgressGuard

    func scan(text: String, level: GuardLevel) -> [GuardFinding] {
        let found = self.referrers.scan(text: text, level: level)
        return found + self.incident.scan(text: text, level: level).filter { !found.contains($0) }
    }
}
