// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Policy
import Testing

@Suite("a local policy narrows")
struct NarrowingTests {
    static let seeds = Array(1...60) as [UInt64]

    @Test("whatever a local policy says, no circumstance lets out more than the federation's policy", arguments: seeds)
    func neverWider(seed: UInt64) throws {
        var random = RandomPolicies(seed: seed)
        let federation = random.federation()
        let effective = federation.narrowed(by: random.local())
        #expect(PolicyOutcome.firstWider(effective, than: federation) == nil)
        for level in ConfidentialityLevel.travelling {
            let before = try #require(federation.crowd[level])
            let after = try #require(effective.crowd[level])
            #expect(after.referrers >= before.referrers && after.incidents >= before.incidents)
            #expect(after.sourceKinds >= before.sourceKinds)
        }
        #expect(effective.delay.minimumAgeDays >= federation.delay.minimumAgeDays)
        #expect(effective.delay.batchSpread >= federation.delay.batchSpread)
        #expect(effective.delay.urgentMinimumAgeDays >= federation.delay.urgentMinimumAgeDays)
        #expect(effective.retention.identityDaysAfterFeedback <= federation.retention.identityDaysAfterFeedback)
        #expect(effective.retention.identityDaysAtMost <= federation.retention.identityDaysAtMost)
        #expect(effective.retention.caseDaysAfterClosing <= federation.retention.caseDaysAfterClosing)
        #expect(effective.audiences.isSubset(of: federation.audiences))
        for (field, limit) in effective.textLimits { #expect(limit <= federation.textLimits[field] ?? 0) }
    }

    @Test("narrowing twice is narrowing once, and the order of the rules does not matter", arguments: seeds)
    func idempotentAndUnordered(seed: UInt64) {
        var random = RandomPolicies(seed: seed)
        let federation = random.federation()
        let local = random.local()
        let once = federation.narrowed(by: local)
        let twice = once.narrowed(by: local)
        #expect(twice.documents == once.documents)
        #expect(twice.crowd == once.crowd && twice.delay == once.delay && twice.retention == once.retention)
        #expect(twice.audiences == once.audiences && twice.textLimits == once.textLimits)
        #expect(federation.narrowed(by: random.shuffled(local)) == once)
    }

    @Test("the comparison of two policies finds a widening wherever one lets out more", arguments: seeds)
    func comparison(seed: UInt64) {
        var random = RandomPolicies(seed: seed)
        let old = random.federation()
        let local = random.local()
        let narrower = old.narrowed(by: local)
        #expect(PolicyComparison.widenings(of: narrower, over: old) == [])
        // The other way round, and for a policy that has nothing to do with it.
        for (new, before) in [(old, narrower), (random.federation(), old)] {
            let widenings = PolicyComparison.widenings(of: new, over: before)
            if PolicyOutcome.firstWider(new, than: before) != nil { #expect(!widenings.isEmpty) }
            if widenings.isEmpty {
                #expect(
                    new.crowd.allSatisfy { level, threshold in threshold == before.crowd[level]?.stricter(threshold) }
                )
            }
        }
    }

    @Test("a form of a circle without readers goes to the next narrower circle")
    func audiences() {
        var random = RandomPolicies(seed: 7)
        let federation = random.federation()
        let local = LocalPolicy(
            id: "l",
            version: "1",
            narrows: "federation",
            digestInput: [],
            audiences: [.customs]
        )
        for rules in federation.narrowed(by: local).documents.values {
            for form in rules.flatMap(\.forms) { #expect(form.level == .customs) }
        }
    }
}
