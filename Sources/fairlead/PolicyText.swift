// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import StrictJSON

/// Plain text of a policy, its explanations and its tests; made of the documented JSON alone.
enum PolicyText {
    static func policy(_ json: JSONValue) -> String {
        guard let policy = json.objectValue else { return "" }
        let head = [
            "policy", "version", "local", "announced", "effective", "notice_days", "audiences", "axes",
        ].map { "\($0): \(TextTable.cell(policy[$0]))" }
        let crowd = TextTable.rows(
            policy["crowd"]?.arrayValue ?? [],
            [
                ("LEVEL", "level"), ("REFERRERS", "referrers"), ("INCIDENTS", "incidents"), ("KINDS", "source_kinds"),
                ("RULE", "rule"),
            ]
        )
        let numbers = ["delay", "retention", "text_limits"].map {
            "\($0):\n\(TextTable.record(policy[$0] ?? .null, indent: 2))"
        }
        let rules = (policy["rules"]?.arrayValue ?? []).map(Self.rule)
        return (head + ["", crowd, ""] + numbers + [""] + rules).joined(separator: "\n")
    }

    private static func rule(_ json: JSONValue) -> String {
        guard let rule = json.objectValue else { return "" }
        var lines = ["\(Self.cell(rule, "document"))  \(Self.cell(rule, "field"))  (\(Self.cell(rule, "reason")))"]
        let forms = rule["forms"]?.arrayValue ?? []
        if forms.isEmpty { lines.append("  never leaves  [\(Self.cell(rule, "rule"))]") }
        for form in forms.compactMap(\.objectValue) {
            let text = "\(Self.cell(form, "claim")): \(Self.cell(form, "as")) to \(Self.cell(form, "level"))"
            lines.append("  \(text)  [\(Self.cell(form, "rule"))]")
        }
        for condition in (rule["conditions"]?.arrayValue ?? []).compactMap(\.objectValue) {
            let text = "when \(Self.cell(condition, "when")): without \(Self.cell(condition, "drops"))"
            lines.append("  \(text)  [\(Self.cell(condition, "rule"))]")
        }
        for exception in (rule["exceptions"]?.arrayValue ?? []).compactMap(\.objectValue) {
            let text =
                "when \(Self.cell(exception, "when")): \(Self.cell(exception, "terms")) in"
                + " \(Self.cell(exception, "claims")): \(Self.cell(exception, "then"))"
            lines.append("  \(text)  [\(Self.cell(exception, "rule"))]")
        }
        return lines.joined(separator: "\n")
    }

    static func tests(_ json: JSONValue) -> String {
        (json.objectValue?["tests"]?.arrayValue ?? []).compactMap(\.objectValue).map { test in
            let mark = test["passed"]?.boolValue == true ? "as expected" : "DIFFERS"
            let head = "\(mark)  \(Self.cell(test, "name"))  [\(Self.cell(test, "rule"))]"
            let lines = (test["differences"]?.arrayValue ?? []).map { "  \(TextTable.cell($0))" }
            return ([head] + lines).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    static func explanation(_ json: JSONValue) -> String {
        guard let object = json.objectValue else { return "" }
        var lines = [
            "\(Self.cell(object, "document")): "
                + (object["released"]?.boolValue == true
                    ? "may be released" : "HELD at \(Self.cell(object, "held_at"))"),
            "circumstances: \(Self.cell(object, "circumstances"))",
        ]
        for verdict in (object["crowd"]?.arrayValue ?? []).compactMap(\.objectValue) {
            let needed = Self.numbers(verdict["needed"])
            let cell = Self.cellText(verdict["cell"])
            lines.append(
                "\(Self.cell(verdict, "level")): \(cell) has \(Self.numbers(verdict["found"])), needs \(needed)"
                    + " [\(Self.cell(verdict, "rule"))]"
            )
            for tried in (verdict["tried"]?.arrayValue ?? []).compactMap(\.objectValue) {
                lines.append("  before: \(Self.cellText(tried["cell"])) has \(Self.numbers(tried["found"]))")
            }
        }
        for field in (object["fields"]?.arrayValue ?? []).compactMap(\.objectValue) {
            lines.append("")
            lines.append("\(Self.cell(field, "field"))  (\(Self.cell(field, "reason")))  [\(Self.cell(field, "rule"))]")
            for reader in (field["readers"]?.arrayValue ?? []).compactMap(\.objectValue) {
                let claim = reader["claim"].map { " as \(TextTable.cell($0)) [\(Self.cell(reader, "rule"))]" } ?? ""
                lines.append("  \(Self.cell(reader, "level")): \(Self.cell(reader, "form"))\(claim)")
                for cause in (reader["why"]?.arrayValue ?? []).compactMap(\.objectValue) {
                    let words = ["cause", "claim", "detail"].compactMap { cause[$0].map { TextTable.cell($0) } }
                    lines.append("    \(words.joined(separator: " "))  [\(Self.cell(cause, "rule"))]")
                }
            }
        }
        return lines.joined(separator: "\n")
    }

    static func summary(_ json: JSONValue) -> String {
        let rows = (json.objectValue?["documents"]?.arrayValue ?? []).compactMap(\.objectValue).map {
            row -> JSONValue in
            let urgent = row["urgent"]?.boolValue == true ? " urgent" : ""
            return .object([
                "file": row["file"] ?? .null,
                "document": .string(Self.cell(row, "document") + urgent),
                "verdict": row["released"]?.boolValue == true ? "released" : "held",
                "customs": .string(Self.level(row["customs"])),
                "partners": .string(Self.level(row["partners"])),
                "public": .string(Self.level(row["public"])),
                "kept": row["kept"] ?? .null,
            ])
        }
        let table = TextTable.rows(
            rows,
            [
                ("FILE", "file"), ("DOCUMENT", "document"), ("VERDICT", "verdict"), ("CUSTOMS", "customs"),
                ("PARTNERS", "partners"), ("PUBLIC", "public"), ("PARTNERS KEEP", "kept"),
            ]
        )
        guard let timing = json.objectValue?["timing"]?.objectValue else { return table }
        let lines = ["urgent", "routine"].compactMap { kind -> String? in
            guard let law = timing[kind]?.objectValue else { return nil }
            return "\(kind): first alert after \(Self.cell(law, "earliest_days")) days, half within"
                + " \(Self.cell(law, "median_days")), one of about \(Self.cell(law, "effective_set")) referrals"
                + " at \(Self.cell(timing, "rate_per_month")) a month"
        }
        return ([table, ""] + lines).joined(separator: "\n")
    }

    private static func level(_ json: JSONValue?) -> String {
        guard let object = json?.objectValue else { return "-" }
        if let held = object["held"]?.stringValue { return "held: \(held)" }
        return object.members.filter { $0.name != "released" }.map { TextTable.cell($0.value) }.joined(separator: " ")
    }

    private static func numbers(_ json: JSONValue?) -> String {
        ["referrers", "incidents", "source_kinds"].map { TextTable.cell(json?.objectValue?[$0]) }.joined(separator: "/")
    }

    private static func cellText(_ json: JSONValue?) -> String {
        (json?.objectValue?.members ?? []).map { "\($0.name) \(TextTable.cell($0.value))" }.joined(separator: ", ")
    }

    private static func cell(_ object: JSONObject, _ name: String) -> String { TextTable.cell(object[name]) }
}
