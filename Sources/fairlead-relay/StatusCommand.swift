// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import ArgumentParser
import RelayRuntime
import StrictJSON

/// The command `fairlead-relay status`.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Says what the running relay knows about its peers.",
        discussion: """
            Exit status 69 when no relay runs with that directory.

            Example:
              fairlead-relay status --home /var/lib/fairlead-relay -o json
            """
    )

    @OptionGroup var home: HomeOption
    @OptionGroup var output: OutputOption

    func run() throws {
        do {
            let status = try RelayStatusReader.read(self.home.value)
            switch self.output.output {
            case .json: Console.data(JSONWriter.text(.object(status)))
            case .text: Self.show(status)
            }
        } catch {
            throw Console.fail(error)
        }
    }

    private static func show(_ status: JSONObject) {
        func text(_ value: JSONValue?) -> String {
            value?.stringValue ?? value?.integerValue.map(String.init) ?? "-"
        }
        Console.data("\(text(status["member"])) listens on \(text(status["listening"]))")
        Console.data(
            "roster epoch \(text(status["roster"]?.objectValue?["epoch"])), \(text(status["entries"])) entries"
        )
        for peer in status["peers"]?.arrayValue?.compactMap(\.objectValue) ?? [] {
            let link = peer["link"]?.objectValue
            let reason = link?["reason"]?.stringValue.map { " (\($0))" } ?? ""
            Console.data(
                "\(text(peer["name"])) \(text(peer["role"])): \(text(link?["state"]))\(reason), "
                    + "we \(Self.progress(peer["incoming"])), it \(Self.progress(peer["outgoing"]))"
            )
        }
        for alarm in status["alarms"]?.arrayValue ?? [] {
            Console.data("alarm: \(text(alarm))")
        }
    }

    private static func progress(_ value: JSONValue?) -> String {
        let object = value?.objectValue
        guard object?["state"]?.stringValue == "behind" else { return object?["state"]?.stringValue ?? "unknown" }
        return "behind \(object?["records"]?.integerValue ?? 0)"
    }
}
