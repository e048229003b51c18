// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser
import NodeRuntime
import StrictJSON

extension PolicyCommand {
    struct Crowd: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Count how many people of a table are alike (k), and of how many kinds (l); needs no desk.",
            discussion: """
                The table has one line per person and any columns. Each cell says for which circles its people and kinds are
                enough; its incidents are counted apart.

                EXAMPLES
                  fairlead policy crowd people.csv --cell place --cell month --kind kind
                  fairlead policy crowd people.csv --cell place --kind kind -o json
                """
        )
        @Argument(help: "The CSV file, or - for standard input.") var file: String
        @Option(help: "A column that cuts the cells; may be given several times.") var cell: [String]
        @Option(help: "The column that tells kinds of people apart.") var kind: String
        @OptionGroup var files: Files
        @OptionGroup var options: OutputOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try PolicyCrowd.count(
                    try InputFile.read(self.file),
                    file: self.file,
                    columns: self.cell,
                    kind: self.kind,
                    folder: try self.files.read()
                )
                self.options.write(answer) { json in
                    let cells = json.objectValue?["cells"]?.arrayValue ?? []
                    let columns = [("CELL", "cell"), ("K", "k"), ("L", "l"), ("ENOUGH FOR", "enough_for")]
                    let all =
                        "all: k \(TextTable.cell(json.objectValue?["k"])), l \(TextTable.cell(json.objectValue?["l"]))"
                    return TextTable.rows(cells, columns) + "\n" + all
                }
            }
        }
    }
}
