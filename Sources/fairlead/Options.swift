// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser
import Foundation
import StrictJSON

/// Which desk a command talks to.
struct HomeOptions: ParsableArguments {
    @Option(help: "The desk's home directory (or the environment variable FAIRLEAD_HOME).")
    var home: String = ProcessInfo.processInfo.environment["FAIRLEAD_HOME"] ?? "fairlead-home"

    var client: DeskClient { DeskClient(home: self.home) }
}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}

/// How a command prints its data.
struct OutputOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: "Print data as text or as json.")
    var output: OutputFormat = .text

    /// Prints an answer: the JSON as it came, or what the closure makes of it.
    func write(_ json: JSONValue, _ text: (JSONValue) -> String) {
        switch self.output {
        case .json: StandardStreams.data(json)
        case .text: StandardStreams.data(text(json))
        }
    }
}

/// Home and output together: what most commands take.
struct DeskOptions: ParsableArguments {
    @OptionGroup var homeOptions: HomeOptions
    @OptionGroup var outputOptions: OutputOptions

    var client: DeskClient { self.homeOptions.client }

    func write(_ json: JSONValue, _ text: (JSONValue) -> String) {
        self.outputOptions.write(json, text)
    }
}
