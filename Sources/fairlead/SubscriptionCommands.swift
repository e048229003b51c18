// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser
import StrictJSON

/// What a subscription asks for; empty means everything.
struct SubscriptionFacets: ParsableArguments {
    @Option(help: "WCO region code; may be given several times.") var region: [String] = []
    @Option(help: "Modus operandi code, children included; may be given several times.") var mo: [String] = []
    @Option(help: "Commodity code, children included; may be given several times.") var commodity: [String] = []

    var json: JSONObject {
        [
            "regions": .array(self.region.map { .string($0) }),
            "modus_operandi": .array(self.mo.map { .string($0) }),
            "commodities": .array(self.commodity.map { .string($0) }),
        ]
    }
}

struct SubscriptionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subscription",
        abstract: "What this office wants to be alerted to.",
        subcommands: [Create.self, List.self, Test.self]
    )

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Subscribe to regions, methods and goods.",
            discussion: "EXAMPLES\n  fairlead subscription create --label booking --region ap --mo abandoned-shipment"
        )
        @Option(help: "Your own name for it; stays here.") var label: String
        @OptionGroup var facets: SubscriptionFacets
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                var body = self.facets.json
                body.set("label", .string(self.label))
                let answer = try await self.options.client.post("/subscriptions", .object(body))
                self.options.write(answer) { TextTable.record($0) }
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the subscriptions.")
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.get("/subscriptions")
                self.options.write(answer) { json in
                    TextTable.rows(
                        json.objectValue?["subscriptions"]?.arrayValue ?? [],
                        [
                            ("SUBSCRIPTION", "id"), ("LABEL", "label"), ("REGIONS", "regions"),
                            ("MODUS OPERANDI", "modus_operandi"), ("COMMODITIES", "commodities"),
                        ]
                    )
                }
            }
        }
    }

    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say which of the bulletins held here a subscription would match."
        )
        @OptionGroup var facets: SubscriptionFacets
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.post("/subscriptions/test", .object(self.facets.json))
                self.options.write(answer) { TextTable.record($0) }
            }
        }
    }
}
