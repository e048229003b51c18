// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser
import Foundation
import NodeRuntime
import StrictJSON

struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "What may leave, to whom, how coarse, and why.",
        subcommands: [
            Show.self, Check.self, Explain.self, Test.self, Crowd.self, Sign.self, Verify.self,
        ]
    )

    /// Which files of a policy a command reads.
    struct Files: ParsableArguments {
        @Option(
            help: "Folder with the layout of 'policy/', such as HOME/policy; what the program ships with otherwise."
        )
        var folder: String?
        @Option(help: "The federation's policy, instead of the folder's default.yaml.") var policy: String?
        @Option(help: "What a desk narrows, instead of the folder's local.yaml.") var local: String?
        @Option(help: "A table of populations, instead of the folder's populations.csv.") var populations: String?

        func read() throws -> PolicyFolder {
            try PolicyFolder(
                PolicyFolder.Files(
                    folder: self.folder,
                    policy: self.policy,
                    local: self.local,
                    populations: self.populations
                )
            )
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The effective policy, every statement with its file and line; needs no desk.",
            discussion: """
                EXAMPLES
                  fairlead policy show
                  fairlead policy show --folder desk/policy -o json
                """
        )
        @OptionGroup var files: Files
        @OptionGroup var options: OutputOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = PolicyView.json(try self.files.read().policies)
                self.options.write(answer) { PolicyText.policy($0) }
            }
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read policy files as strictly as a desk does at its start; needs no desk.",
            discussion: """
                Federation and local policies, test files and tables of populations are told apart by their content. Exit 65
                and file:line of the first fault of each file otherwise.

                EXAMPLES
                  fairlead policy check desk/policy
                  fairlead policy check local.yaml --folder policy
                """
        )
        @Argument(help: "Files, or folders with the layout of 'policy/'.") var paths: [String]
        @Option(help: "Folder of the policy that a local one narrows; what the program ships with otherwise.")
        var folder: String?
        @OptionGroup var options: OutputOptions

        func run() async throws {
            try await CommandFailure.reporting {
                var files: [JSONValue] = []
                for path in self.paths { files += try PolicyCheck.check(path, folder: self.folder) }
                self.options.write(.object(["files": .array(files)])) { json in
                    TextTable.rows(
                        json.objectValue?["files"]?.arrayValue ?? [],
                        [("FILE", "file"), ("KIND", "kind"), ("FAULT", "fault")]
                    )
                }
                let faults = files.compactMap { $0.objectValue?["fault"]?.stringValue }
                guard let first = faults.first else { return }
                throw Problem(.badData, first, next: "See docs/reference/policy.md for every key.")
            }
        }
    }

    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Run a policy's own examples through the gate; needs no desk.",
            discussion: """
                An example gives a case and whoever reported as a class, and says what each reader sees, or that the document is
                held. Exit 1 with the differences otherwise.

                EXAMPLES
                  fairlead policy test policy/tests/default.yaml
                  fairlead policy test tests.yaml --folder desk/policy -o json
                """
        )
        @Argument(help: "The test file; the examples that the program ships with otherwise.") var file: String?
        @OptionGroup var files: Files
        @OptionGroup var options: OutputOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let run = PolicyTestRun(try self.files.read())
                let bytes = try self.file.map { try InputFile.read($0) } ?? PolicyTestRun.shipped()
                let answer = try run.run(bytes, file: self.file ?? "tests/default.yaml")
                self.options.write(answer) { PolicyText.tests($0) }
                let tests = answer.objectValue?["tests"]?.arrayValue ?? []
                let failed = tests.filter { $0.objectValue?["passed"]?.boolValue != true }
                guard failed.isEmpty else {
                    throw Problem(
                        .internalFailure,
                        "\(failed.count) of \(tests.count) examples do not come out as expected.",
                        next: "fairlead policy explain says which rule decides; correct the policy or the example."
                    )
                }
                StandardStreams.talk("\(tests.count) examples come out as expected.")
            }
        }
    }
}
