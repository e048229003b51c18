// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Policy

/// What the referrer asked of the office when it was told; the gate obeys, and it can only narrow.
///
/// Coded, because a wish in words may name its author; the words stay in the vault.
package struct ReferrerWishes: Hashable, Sendable {
    /// The port is told in no form, nor what leads to it: route, ship, box.
    package var withholdsPort: Bool
    /// Nothing leaves before that day.
    package var notBefore: CalendarDay?
    /// Only a hub may issue it, so that the office is not named.
    package var hubIssueOnly: Bool
    /// Customs administrations alone read it, no carrier, port or other partner, and not the public.
    package var withholdsFromIndustry: Bool

    package init(
        withholdsPort: Bool = false,
        notBefore: CalendarDay? = nil,
        hubIssueOnly: Bool = false,
        withholdsFromIndustry: Bool = false
    ) {
        self.withholdsPort = withholdsPort
        self.notBefore = notBefore
        self.hubIssueOnly = hubIssueOnly
        self.withholdsFromIndustry = withholdsFromIndustry
    }

    package static let none = ReferrerWishes()

    /// The codes in which wishes are typed and shown: `no-port`, `not-before:DATE`, `hub-issue-only`, `no-industry`.
    package var codes: [String] {
        var codes: [String] = []
        if self.withholdsPort { codes.append("no-port") }
        if let day = self.notBefore { codes.append("not-before:\(day.text)") }
        if self.hubIssueOnly { codes.append("hub-issue-only") }
        if self.withholdsFromIndustry { codes.append("no-industry") }
        return codes
    }

    /// Reads codes; gives nothing when one is unknown, stands twice or names no day.
    ///
    /// - Parameter codes: in any order.
    package init?(codes: [String]) {
        self.init()
        for code in codes {
            let known = Set(self.codes)
            switch code {
            case "no-port": self.withholdsPort = true
            case "hub-issue-only": self.hubIssueOnly = true
            case "no-industry": self.withholdsFromIndustry = true
            default:
                guard code.hasPrefix("not-before:"), self.notBefore == nil,
                    let day = CalendarDay(text: String(code.dropFirst("not-before:".count)))
                else { return nil }
                self.notBefore = day
            }
            guard Set(self.codes) != known else { return nil }
        }
    }

    /// Whether everything that these wishes allow was allowed by others before.
    package func isAtLeastAsNarrow(as other: ReferrerWishes) -> Bool {
        let notEarlier = other.notBefore.map { before in self.notBefore.map { $0 >= before } ?? false } ?? true
        return notEarlier && (self.withholdsPort || !other.withholdsPort) && (self.hubIssueOnly || !other.hubIssueOnly)
            && (self.withholdsFromIndustry || !other.withholdsFromIndustry)
    }

    /// The rules of a document with the forms left out, or raised to customs, that the referrer does not want.
    ///
    /// - Parameter rules: of the policy.
    /// - Returns: as many rules in the same order, none of which lets out more than before.
    package func narrowed(_ rules: [FieldRule]) -> [FieldRule] {
        rules.map { rule in
            var forms = rule.forms
            if self.withholdsPort { forms = forms.filter { !Self.tellsPort($0, of: rule.field) } }
            if self.withholdsFromIndustry {
                forms = forms.map { form in
                    FieldForm(
                        claim: form.claim,
                        level: min(form.level, .customs),
                        generalisation: form.generalisation
                    )
                }
            }
            return FieldRule(
                field: rule.field,
                forms: forms,
                reason: rule.reason,
                conditions: rule.conditions,
                exceptions: rule.exceptions
            )
        }
    }

    /// Whether a claim that was approved may not leave at a level any more.
    ///
    /// - Parameters:
    ///   - claim: name in a document; one that no rule makes, such as the report, tells nothing of a case.
    ///   - level: of the tier in which it stands.
    ///   - rules: of the document's type in the policy in force.
    /// - Returns: true for a claim of the case that the wishes drop or keep for narrower readers.
    package func forbids(_ claim: String, at level: ConfidentialityLevel, rules: [FieldRule]) -> Bool {
        guard rules.contains(where: { $0.forms.contains { $0.claim == claim } }) else { return false }
        return !self.narrowed(rules).contains { $0.forms.contains { $0.claim == claim && level <= $0.level } }
    }

    /// With a ship or a box and a month, public data give the port; a route holds it.
    private static func tellsPort(_ form: FieldForm, of field: SourceField) -> Bool {
        switch field {
        case .port, .route: form.generalisation == .exact
        case .vesselName, .vesselIMO, .vesselVoyage, .vesselCallSign, .vesselMMSI, .containerNumber: true
        default: false
        }
    }
}
