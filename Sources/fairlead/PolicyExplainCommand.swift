// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser
import Foundation
import NodeRuntime
import StrictJSON

extension PolicyCommand {
    struct Explain: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Which rule gives which form of each field to whom, and why not a finer one.",
            discussion: """
                Of a draft at the running desk, or of dossiers without a desk. Names circumstances of the case, so it is for the
                officer at the origin; it shows no value of whoever reported.

                EXAMPLES
                  fairlead policy explain case.json
                  fairlead policy explain --draft 3f5a…
                  fairlead policy explain --summary --folder desk/policy dossiers/*.json
                """
        )
        @Argument(help: "Dossiers; one without --summary.") var dossiers: [String] = []
        @Option(help: "A draft of the running desk.") var draft: String?
        @Option(help: "pia or mo.") var type: String = "pia"
        @Flag(help: "A bulletin that departs at once.") var urgent = false
        @Flag(
            help:
                "One line per document: whether it releases to customs, partners, public, how coarse, and if held why."
        )
        var summary = false
        @Option(help: "Referrals per month at the origin, for the anonymity set of a summary.") var rate: Double = 8
        @OptionGroup var files: Files
        @OptionGroup var home: HomeOptions
        @OptionGroup var options: OutputOptions

        func validate() throws {
            guard (self.draft == nil) != self.dossiers.isEmpty else {
                throw ValidationError("Give --draft ID, or dossiers.")
            }
            guard self.summary || self.dossiers.count <= 1 else {
                throw ValidationError("Several dossiers need --summary.")
            }
            guard ["pia", "mo"].contains(self.type), self.rate > 0 else {
                throw ValidationError("--type is pia or mo, --rate more than 0.")
            }
        }

        func run() async throws {
            try await CommandFailure.reporting {
                if let draft {
                    let answer = try await self.home.client.get("/analyses/\(draft)/explanation")
                    guard self.summary, let row = answer.objectValue?["summary"] else {
                        self.options.write(answer) { PolicyText.explanation($0) }
                        return
                    }
                    self.options.write(.object(["documents": [row]])) { PolicyText.summary($0) }
                    return
                }
                let explain = PolicyExplain(try self.files.read())
                if self.summary {
                    let dossiers = try self.dossiers.map {
                        (URL(filePath: $0).lastPathComponent, try InputFile.read($0))
                    }
                    let answer = try explain.summary(dossiers, ratePerMonth: self.rate)
                    self.options.write(answer) { PolicyText.summary($0) }
                } else {
                    let bytes = try InputFile.read(self.dossiers[0])
                    let answer = try explain.explain(bytes, as: self.type, isUrgent: self.urgent)
                    self.options.write(answer) { PolicyText.explanation($0) }
                }
            }
        }
    }
}
