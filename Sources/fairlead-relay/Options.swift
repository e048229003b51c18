// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import ArgumentParser
import RelayRuntime

/// The option that every command takes.
struct HomeOption: ParsableArguments {
    @Option(name: .long, help: "The relay's directory.", completion: .directory)
    var home: String

    var value: RelayHome { RelayHome(path: self.home) }
}

/// How a command writes its result.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}

/// The option of commands that give data.
struct OutputOption: ParsableArguments {
    @Option(name: .shortAndLong, help: "How to write the result.")
    var output: OutputFormat = .text

    var isJSON: Bool { self.output == .json }
}

extension RelayAnswer {
    /// Says the answer, and ends with its exit status unless all went well.
    func give() throws {
        self.write()
        guard self.exit == .success else { throw ExitCode(self.exit.rawValue) }
    }
}
