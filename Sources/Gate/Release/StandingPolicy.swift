// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Cryptography
import Policy
import Redaction

/// Whether the policy in force at departure still allows what was approved.
///
/// Another policy is no hold by itself, or every correction of a text would stop all that waits; a narrower one is.
enum StandingPolicy {
    static func allows(_ manifest: ReleaseManifest, policy: Policy) -> Bool {
        let bulletin = manifest.bulletin
        guard Hashing.sha256(policy.digestInput) != bulletin.policyDigest else { return true }
        let rules = policy.rules(for: bulletin.type)
        for content in bulletin.tiers {
            for disclosure in content.disclosures where disclosure.name != Redactor.reportClaim {
                guard Self.allows(disclosure.name, in: content.tier, rules: rules) else { return false }
            }
        }
        return manifest.crowd.allSatisfy { statement in
            policy.crowd[statement.level]?.isMet(by: statement.found) ?? false
        }
    }

    private static func allows(_ claim: String, in tier: Tier, rules: [FieldRule]) -> Bool {
        for rule in rules {
            guard let form = rule.forms.first(where: { $0.claim == claim }) else { continue }
            let isDropped = rule.conditions.contains { $0.when == .always && $0.covers(claim: claim) }
            return !isDropped && form.level >= tier.level
        }
        return false
    }
}
