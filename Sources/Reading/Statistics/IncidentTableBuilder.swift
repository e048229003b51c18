// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import StrictJSON
package import Vocabulary

/// Counts incidents; see ``IncidentTable/definition``.
package struct IncidentTableBuilder: Sendable {
    /// One analysis as this office can read it.
    package struct Incident: Sendable {
        /// Name of the member that published it.
        package let contributor: String
        package let claims: JSONObject

        package init(contributor: String, claims: JSONObject) {
            self.contributor = contributor
            self.claims = claims
        }
    }

    private let modusOperandi: TermList
    private let threshold: StatisticsThreshold

    package init(modusOperandi: TermList, threshold: StatisticsThreshold) {
        self.modusOperandi = modusOperandi
        self.threshold = threshold
    }

    /// Makes the table.
    ///
    /// - Parameters:
    ///   - incidents: analyses in force, each once.
    ///   - coverage: who was expected and who is heard.
    /// - Returns: cells in the order of their keys, with what has to stand beside them.
    package func table(of incidents: [Incident], coverage: Coverage) -> IncidentTable {
        var counts: [IncidentTable.Key: (incidents: Int, contributors: Set<String>)] = [:]
        var notAssessed = 0
        for incident in incidents {
            guard let key = self.key(of: incident.claims) else {
                notAssessed += 1
                continue
            }
            counts[key, default: (0, [])].incidents += 1
            counts[key]?.contributors.insert(incident.contributor)
        }
        let cells = counts.keys.sorted().map { key -> IncidentTable.Cell in
            let count = counts[key] ?? (0, [])
            let isShown =
                count.incidents >= self.threshold.incidents
                && count.contributors.count >= self.threshold.contributors
            return IncidentTable.Cell(
                key: key,
                count: isShown
                    ? .shown(incidents: count.incidents, contributors: count.contributors.count) : .belowThreshold
            )
        }
        return IncidentTable(
            cells: cells,
            threshold: self.threshold,
            coverage: coverage,
            notAssessed: notAssessed
        )
    }

    private func key(of claims: JSONObject) -> IncidentTable.Key? {
        guard let quarter = Self.quarter(of: claims), let region = claims["wco_region"]?.stringValue,
            let code = Self.first(claims["mo"]) ?? Self.first(claims["mo_class"])
        else { return nil }
        let family = self.modusOperandi.root(of: code) ?? code
        return IncidentTable.Key(quarter: quarter, region: region, family: family)
    }

    /// The quarter as claimed, or that of a claimed month.
    private static func quarter(of claims: JSONObject) -> String? {
        if let quarter = claims["incident_quarter"]?.stringValue { return quarter }
        guard let month = claims["incident_month"]?.stringValue else { return nil }
        let parts = month.split(separator: "-")
        guard parts.count == 2, let number = Int(parts[1]), (1...12).contains(number) else { return nil }
        return "\(parts[0])-Q\((number - 1) / 3 + 1)"
    }

    private static func first(_ value: JSONValue?) -> String? {
        value?.stringValue ?? value?.arrayValue?.first?.stringValue
    }
}
