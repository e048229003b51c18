// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser
import Foundation
import NodeRuntime
import StrictJSON

struct RedactCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redact",
        abstract: "What the gate would do, without a node.",
        subcommands: [Scan.self]
    )

    struct Scan: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Scan a dossier as if its narrative had been pasted and its fields were to leave.",
            discussion: """
                Prints {"file","level","spans","fields","outgoing"}; offsets are Unicode code points of case.narrative.

                EXAMPLES
                  fairlead redact scan case.json --level partners -o json
                """
        )
        @Argument(help: "The dossier's file, or - for standard input.") var file: String
        @Option(help: "customs, partners or public.") var level: ReaderLevel = .partners
        @OptionGroup var options: OutputOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let bytes = try InputFile.read(self.file)
                let name = self.file == "-" ? "-" : URL(filePath: self.file).lastPathComponent
                let answer = try RedactScan.scan(bytes, file: name, level: self.level.rawValue)
                self.options.write(answer) { json in
                    let object = json.objectValue
                    let spans = object?["spans"]?.arrayValue ?? []
                    let fields = object?["fields"]?.arrayValue ?? []
                    return """
                        \(TextTable.cell(object?["outgoing"]))

                        \(TextTable.rows(spans, [("START", "start"), ("END", "end"), ("ACTION", "action"), ("RULE", "rule")]))

                        \(TextTable.rows(fields, [("FIELD", "pointer"), ("ACTION", "action"), ("TO", "to"), ("RULE", "rule")]))
                        """
                }
            }
        }
    }
}
