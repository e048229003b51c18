// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import StrictJSON

/// The status document as lines for people.
enum StatusText {
    static func render(_ status: JSONObject) -> String {
        var lines = ["\(self.text(status["member"])) listens on \(self.text(status["listening"]))"]
        let epoch = self.text(status["roster"]?.objectValue?["epoch"])
        lines.append("roster epoch \(epoch), \(self.text(status["entries"])) entries")
        for peer in status["peers"]?.arrayValue?.compactMap(\.objectValue) ?? [] {
            let link = peer["link"]?.objectValue
            let reason = link?["reason"]?.stringValue.map { " (\($0))" } ?? ""
            lines.append(
                "\(self.text(peer["name"])) \(self.text(peer["role"])): \(self.text(link?["state"]))\(reason), "
                    + "we \(self.progress(peer["incoming"])), it \(self.progress(peer["outgoing"]))"
            )
        }
        lines += (status["alarms"]?.arrayValue ?? []).map { "alarm: \(self.text($0))" }
        return lines.joined(separator: "\n")
    }

    private static func text(_ value: JSONValue?) -> String {
        value?.stringValue ?? value?.integerValue.map(String.init) ?? "-"
    }

    private static func progress(_ value: JSONValue?) -> String {
        let state = value?.objectValue?["state"]?.stringValue ?? "unknown"
        guard state == "behind" else { return state }
        return "behind \(value?.objectValue?["records"]?.integerValue ?? 0)"
    }
}
