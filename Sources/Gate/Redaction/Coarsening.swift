// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Policy
import StrictJSON
import Vocabulary

/// Makes values coarser and writes them as JSON.
struct Coarsening {
    let vocabularies: Vocabularies
    let circumstances: Circumstances

    /// The value of one claim.
    ///
    /// - Parameters:
    ///   - item: the source field.
    ///   - form: how coarse.
    ///   - rule: for exceptions of single codes.
    /// - Returns: `nil` when nothing is left to say.
    func value(_ item: SourceItem, form: FieldForm, rule: FieldRule) -> JSONValue? {
        switch item.value {
        case .term(let code):
            return single(code, form: form, rule: rule)
        case .terms(let codes):
            return list(codes, form: form, rule: rule)
        case .text(let text):
            return text.isEmpty ? nil : .string(text)
        case .texts(let texts):
            return texts.isEmpty ? nil : .strings(texts)
        case .place(let place):
            return self.place(place, form: form.generalisation).map { .string($0) }
        case .route(let legs):
            return route(legs, form: form.generalisation)
        case .finds(let finds):
            return self.finds(finds, form: form, rule: rule)
        case .day(let day):
            return IncidentPeriod(year: day.year, month: day.month, grain: form.generalisation)
                .map { .string($0.text) }
        case .flag(let flag):
            return .bool(flag)
        case .count(let count):
            return Self.countBand(count).map { .string($0) }
        case .number(let number):
            return .number(Self.number(number))
        }
    }

    /// What one code of a field becomes in a form; `nil` when it is withheld.
    func code(_ code: String, form: FieldForm, rule: FieldRule) -> String? {
        guard let name = rule.field.vocabulary else { return code }
        let list = vocabularies[name]
        // The strictest of all that hold: a further exception can only take away.
        var isBroader = form.generalisation == .parentTerm
        for exception in rule.exceptions where exception.claims.contains(form.claim) {
            guard applies(exception, to: code, field: rule.field) else { continue }
            switch exception.treatment {
            case .withhold: return nil
            case .parentTerm: isBroader = true
            }
        }
        if form.generalisation == .rootTerm { return list.root(of: code) ?? code }
        return isBroader ? list.parent(of: code) ?? code : code
    }

    /// Whether an exception holds for a code of a field.
    func applies(_ exception: TermException, to code: String, field: SourceField) -> Bool {
        guard let name = field.vocabulary, circumstances.holds(exception.when, for: code) else { return false }
        return exception.terms?.contains { vocabularies[name].isWithin(code, ancestor: $0) } ?? true
    }

    private func single(_ code: String, form: FieldForm, rule: FieldRule) -> JSONValue? {
        switch form.generalisation {
        case .hsSubheading: .string(String(code.prefix(6)))
        case .hsHeading: .string(String(code.prefix(4)))
        case .hsChapter: .string(String(code.prefix(2)))
        case .hsSection: vocabularies.hsChapters.section(of: code).map { .string($0) }
        case .sizeGroup: vocabularies.containerSizeTypes.group(of: code).map { .string($0) }
        default: self.code(code, form: form, rule: rule).map { .string($0) }
        }
    }

    private func list(_ codes: [String], form: FieldForm, rule: FieldRule) -> JSONValue? {
        var seen: [String] = []
        for code in codes {
            guard let coarser = self.code(code, form: form, rule: rule), !seen.contains(coarser) else { continue }
            seen.append(coarser)
        }
        return seen.isEmpty ? nil : .strings(seen)
    }

    /// The place in a form; `nil` for a country that lies in no sub-region.
    private func place(_ place: SourceValue.Place, form: Generalisation) -> String? {
        switch form {
        case .exact: place.port
        case .country: place.country
        case .subRegion: vocabularies.regions.subRegion(of: place.country)
        default: place.region
        }
    }

    private func route(_ legs: [RouteLeg], form: Generalisation) -> JSONValue? {
        if form == .exact {
            return .array(
                legs.map { leg in
                    .object(["role": .string(leg.role.rawValue), "locode": .string(leg.locode.rawValue)])
                }
            )
        }
        guard let first = legs.first, let last = legs.last, legs.count > 1,
            let from = vocabularies.region(ofPort: first.locode.rawValue),
            let to = vocabularies.region(ofPort: last.locode.rawValue)
        else { return nil }
        return .string("\(from)>\(to)")
    }

    private func finds(_ finds: [Find], form: FieldForm, rule: FieldRule) -> JSONValue? {
        switch rule.field {
        case .commodity:
            return list(finds.map(\.commodity.rawValue), form: form, rule: rule)
        case .goodsForm:
            return list(finds.compactMap { $0.form?.rawValue }, form: form, rule: rule)
        default:
            let entries: [JSONValue] = finds.filter { $0.quantity > 0 }.map { find in
                var entry: JSONObject = ["commodity": .string(find.commodity.rawValue)]
                switch form.generalisation {
                case .band: entry["band"] = .string(Self.band(find.quantity))
                case .logBand: entry["band"] = .string(Self.logBand(find.quantity))
                default: entry["quantity"] = .number(Self.number(find.quantity))
                }
                entry["unit"] = .string(find.unit.rawValue)
                return .object(entry)
            }
            return entries.isEmpty ? nil : .array(entries)
        }
    }

    private static func number(_ value: Double) -> JSONNumber {
        guard let whole = Int(exactly: value) else { return JSONNumber(value) }
        return JSONNumber(whole)
    }

    /// A range of the numbers 1, 3, 10, 30, 100 and so on, as `300-1000`.
    static func band(_ quantity: Double) -> String {
        guard quantity >= 1 else { return "<1" }
        var lower = 1
        var isPowerOfTen = true
        while true {
            let upper = isPowerOfTen ? lower * 3 : lower / 3 * 10
            guard quantity >= Double(upper), upper < bandLimit else { return "\(lower)-\(upper)" }
            lower = upper
            isPowerOfTen.toggle()
        }
    }

    /// A range of the powers of ten, as `100-1000`.
    static func logBand(_ quantity: Double) -> String {
        guard quantity >= 1 else { return "<1" }
        var lower = 1
        while quantity >= Double(lower * 10), lower * 10 < bandLimit { lower *= 10 }
        return "\(lower)-\(lower * 10)"
    }

    /// Beyond any consignment; ends the search for a band.
    private static let bandLimit = 1_000_000_000_000

    /// The bands of the bulletin's incident count; fewer than three incidents are not counted out loud.
    static func countBand(_ count: Int) -> String? {
        switch count {
        case ..<3: nil
        case 3...5: "3-5"
        case 6...10: "6-10"
        case 11...25: "11-25"
        default: ">25"
        }
    }
}
