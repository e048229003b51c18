// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Alerts
import StrictJSON
import Testing

@Suite("a subscription") struct SubscriptionMatcherTests {
    let matcher: SubscriptionMatcher

    init() throws {
        self.matcher = try Fixture.matcher()
    }

    @Test("matches the code that it asks for, and says which")
    func sameCode() throws {
        let subscription = Fixture.subscription(modusOperandi: ["front-company", "rip-on-rip-off"])
        let reasons = self.matcher.reasons(for: subscription, in: ["mo": ["rip-on-rip-off", "identity-misuse"]])
        let expected = MatchReason(facet: .modusOperandi, asked: "rip-on-rip-off", found: "rip-on-rip-off")
        #expect(reasons == [expected])
        #expect(expected.text == "modus-operandi rip-on-rip-off")
    }

    @Test(
        "matches a child and a grandchild of the code that it asks for",
        arguments: ["rip-on-rip-off", "haulage-diversion"]
    )
    func child(found: String) throws {
        let subscription = Fixture.subscription(modusOperandi: ["cargo-contamination"])
        let reasons = try #require(self.matcher.reasons(for: subscription, in: ["mo": [.string(found)]]))
        #expect(reasons.map(\.text) == ["modus-operandi \(found) (asked: cargo-contamination)"])
    }

    @Test("matches a coarser code where the bulletin gives this reader nothing finer")
    func coarser() throws {
        let subscription = Fixture.subscription(modusOperandi: ["haulage-diversion"])
        let reasons = self.matcher.reasons(for: subscription, in: ["mo_class": ["cargo-contamination"]])
        #expect(
            reasons == [MatchReason(facet: .modusOperandi, asked: "haulage-diversion", found: "cargo-contamination")]
        )
    }

    @Test("does not match a sibling, also not through the coarser claim that stands beside the finer one")
    func sibling() throws {
        let subscription = Fixture.subscription(modusOperandi: ["terminal-contamination"])
        let claims: JSONObject = ["mo": ["rip-on-rip-off"], "mo_class": ["cargo-contamination"]]
        #expect(self.matcher.reasons(for: subscription, in: claims) == nil)
        #expect(self.matcher.reasons(for: subscription, in: ["mo": ["rip-on-rip-off"]]) == nil)
    }

    @Test("reads the coarser claim where the finer one is empty or no code")
    func emptyFiner() throws {
        let subscription = Fixture.subscription(commodities: ["cocaine"])
        for finer in [JSONValue.array([]), .null, .integer(3), .object([:]), .array([.integer(4)])] {
            let claims: JSONObject = ["commodity": finer, "commodity_class": "drugs"]
            let reasons = self.matcher.reasons(for: subscription, in: claims)
            #expect(reasons == [MatchReason(facet: .commodity, asked: "cocaine", found: "drugs")])
        }
    }

    @Test("reads a claim that is one text and one that is a list alike")
    func textOrList() throws {
        let subscription = Fixture.subscription(regions: ["europe"])
        let expected = [MatchReason(facet: .region, asked: "europe", found: "europe")]
        #expect(self.matcher.reasons(for: subscription, in: ["wco_region": "europe"]) == expected)
        #expect(self.matcher.reasons(for: subscription, in: ["wco_region": ["africa", "europe"]]) == expected)
        #expect(self.matcher.reasons(for: subscription, in: ["regions": ["europe"]]) == expected)
        #expect(self.matcher.reasons(for: subscription, in: ["wco_region": "africa"]) == nil)
    }

    @Test("with several facets needs all of them, and gives one reason for each")
    func severalFacets() throws {
        let subscription = Fixture.subscription(
            regions: ["europe"],
            modusOperandi: ["cargo-contamination"],
            commodities: ["cocaine", "heroin"]
        )
        var claims: JSONObject = ["wco_region": "europe", "mo": ["rip-on-rip-off"], "commodity": ["heroin"]]
        let reasons = try #require(self.matcher.reasons(for: subscription, in: claims))
        #expect(reasons.map(\.facet) == [.region, .modusOperandi, .commodity])
        #expect(reasons.map(\.found) == ["europe", "rip-on-rip-off", "heroin"])
        claims.set("commodity", ["opium"])
        #expect(self.matcher.reasons(for: subscription, in: claims) == nil)
    }

    @Test("without any facet matches everything, without a reason")
    func noFacet() throws {
        #expect(self.matcher.reasons(for: Fixture.subscription(), in: ["mo": ["rip-on-rip-off"]]) == [])
        #expect(self.matcher.reasons(for: Fixture.subscription(), in: [:]) == [])
    }

    @Test("does not match claims that it does not know, nor a bulletin that is silent on a facet")
    func unknownClaims() throws {
        let subscription = Fixture.subscription(regions: ["europe"])
        #expect(self.matcher.reasons(for: subscription, in: [:]) == nil)
        #expect(self.matcher.reasons(for: subscription, in: ["region_of_origin": "europe"]) == nil)
        #expect(self.matcher.reasons(for: subscription, in: ["mo": ["europe"]]) == nil)
    }

    @Test("takes a code that no list knows as itself alone")
    func unknownCodes() throws {
        let subscription = Fixture.subscription(modusOperandi: ["of-tomorrow"])
        #expect(self.matcher.reasons(for: subscription, in: ["mo": ["of-tomorrow"]])?.count == 1)
        #expect(self.matcher.reasons(for: subscription, in: ["mo": ["of-yesterday"]]) == nil)
        #expect(self.matcher.reasons(for: subscription, in: ["mo": ["rip-on-rip-off"]]) == nil)
    }
}

extension JSONValue {
    /// A number, for values that are no codes.
    fileprivate static func integer(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }
}
