// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Api
import Casework
import Intake
import Policy
import PolicyFiles
import Redaction
import Release
package import StrictJSON
import Vocabulary

/// Which rule gave which form of a dossier to whom, and why, without a desk: `fairlead policy explain`.
package struct PolicyExplain {
    private let folder: PolicyFolder

    /// A document that could be made of a case.
    private static let documents: [(type: DocumentType, isUrgent: Bool)] = [
        (.analysis, false), (.modusOperandiBulletin, false), (.modusOperandiBulletin, true),
    ]

    /// What a bulletin is for, and so what partners must still be told.
    private static let lesson: [SourceField] = [.modusOperandi, .chainStages, .securityGaps]

    package init(_ folder: PolicyFolder) { self.folder = folder }

    /// Explains one document of a dossier.
    ///
    /// - Parameters:
    ///   - bytes: the dossier.
    ///   - type: `pia` or `mo`.
    ///   - isUrgent: departs at once.
    /// - Returns: as documented under `fairlead policy explain`.
    /// - Throws: `Problem` with the place and rule of the first fault.
    package func explain(_ bytes: [UInt8], as type: String, isUrgent: Bool) throws(Problem) -> JSONValue {
        let type: DocumentType = type == "mo" ? .modusOperandiBulletin : .analysis
        let explanation = try self.explanation(try self.dossier(bytes), type, isUrgent)
        return ExplanationView(explanation: explanation, policy: self.folder.policies.effective).json
    }

    /// For each document of each dossier: does it release, how coarse, and if held why.
    ///
    /// - Parameters:
    ///   - dossiers: names and bytes.
    ///   - ratePerMonth: referrals at the origin, for the anonymity set.
    /// - Returns: `{"policy","documents","timing"}`.
    /// - Throws: `Problem` with the place and rule of the first fault.
    package func summary(_ dossiers: [(name: String, bytes: [UInt8])], ratePerMonth: Double) throws(Problem)
        -> JSONValue
    {
        var rows: [JSONValue] = []
        for (name, bytes) in dossiers {
            for (type, isUrgent) in Self.documents {
                let explanation = try self.explanation(try self.dossier(bytes), type, isUrgent)
                rows.append(Self.row(name, explanation, isUrgent, self.folder.policies.effective))
            }
        }
        let policy = self.folder.policies.effective
        return .object([
            "policy": .string("\(policy.id) \(policy.version)"),
            "documents": .array(rows),
            "timing": Self.timing(policy.delay, ratePerMonth: ratePerMonth),
        ])
    }

    /// One line of a summary.
    static func row(_ name: String, _ explanation: Explanation, _ isUrgent: Bool, _ policy: Policy) -> JSONValue {
        let view = ExplanationView(explanation: explanation, policy: policy)
        var object: JSONObject = [
            "file": .string(name),
            "document": .string(explanation.document.rawValue),
            "urgent": .bool(isUrgent),
            "released": .bool(explanation.hold == nil),
        ]
        for verdict in explanation.crowd.reversed() {
            var cell = view.cell(verdict.cell)
            cell.set("released", .bool(verdict.isMet))
            if !verdict.isMet { cell.set("held", .string(Self.hold(verdict))) }
            object.set(verdict.level.rawValue, .object(cell))
        }
        let kept = Self.lesson.filter { explanation.reader(.partners, of: $0)?.form?.generalisation == .exact }
        object.set("kept", .strings(kept.map(\.rawValue)))
        return .object(object)
    }

    /// Days until the first alert, beside the number of referrals among which the right one hides.
    private static func timing(_ law: DelayLaw, ratePerMonth: Double) -> JSONValue {
        let schedule = DepartureSchedule(law: law)
        let simulation = TimingSimulation(ratePerMonth: ratePerMonth, trials: 1_000)
        func json(_ isUrgent: Bool) -> JSONValue {
            let outcome = simulation.run { schedule.possibleDays(referralDay: $0, isUrgent: isUrgent) }
            // The mean over a leap cycle of what the law gives at the earliest.
            let waits = (20_000..<21_461).map { day in
                (schedule.possibleDays(referralDay: day, isUrgent: isUrgent).min() ?? day) - day
            }
            return .object([
                "earliest_days": .integer(waits.min() ?? 0),
                "median_days": .integer(outcome.medianDays),
                "effective_set": .number(JSONNumber((outcome.effectiveSet * 10).rounded() / 10)),
            ])
        }
        return .object([
            "rate_per_month": .number(JSONNumber(ratePerMonth)), "urgent": json(true), "routine": json(false),
        ])
    }

    /// What is missing in the most general cell.
    static func hold(_ verdict: CrowdVerdict) -> String {
        let parts = [
            ("referrers", verdict.found.referrers, verdict.needed.referrers),
            ("incidents", verdict.found.incidents, verdict.needed.incidents),
            ("kinds of sources", verdict.found.sourceKinds, verdict.needed.sourceKinds),
        ]
        return parts.filter { $0.1 < $0.2 }.map { "\($0.1) of \($0.2) \($0.0)" }.joined(separator: ", ")
    }

    private func explanation(
        _ dossier: borrowing Dossier,
        _ type: DocumentType,
        _ isUrgent: Bool
    ) throws(Problem) -> Explanation {
        let vocabularies = self.folder.vocabularies
        let circumstances = Circumstances(
            referrer: ReferrerClass(
                of: dossier.referrer,
                operatorName: dossier.incident.identifying.vessel?.operatorName
            ),
            posts: ReferrerPosts.codes(of: dossier.referrer, roles: vocabularies.insiderRoles),
            incident: dossier.incident.coded,
            isUrgent: isUrgent
        )
        do {
            return try self.folder.redactor.explanation(
                of: dossier.incident,
                as: type,
                facts: DocumentFacts(isUrgent: isUrgent),
                circumstances: circumstances
            )
        } catch {
            throw Problem(redaction: error)
        }
    }

    private func dossier(_ bytes: [UInt8]) throws(Problem) -> Dossier {
        do {
            return try DossierReader(vocabularies: self.folder.vocabularies).read(bytes)
        } catch {
            throw Problem(dossier: error)
        }
    }
}
