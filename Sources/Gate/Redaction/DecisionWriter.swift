// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Policy
import StrictJSON

/// Writes the decisions about one source field, element by element.
struct DecisionWriter {
    let item: SourceItem
    let rule: FieldRule

    /// The finest form that the level sees; `nil` when it sees none.
    let form: FieldForm?
    let coarsening: Coarsening

    func decisions() -> [FieldDecision] {
        guard let pointer = item.pointer else { return [] }
        switch item.value {
        case .terms(let codes):
            return terms(codes, at: pointer)
        case .texts(let texts):
            return wholeAndParts(pointer, parts: texts.indices.map { pointer.appending($0) })
        case .place(let place):
            return self.place(place, at: pointer)
        case .route(let legs):
            guard form?.generalisation != .exact else { return [] }
            let parts = legs.indices.map { pointer.appending($0).appending("locode") }
            return parts.map { coarser($0) }
        case .finds(let finds):
            return finds.indices.flatMap { find(finds[$0], at: pointer.appending($0)) }
        case .day, .term, .text, .flag, .count, .number:
            return single(at: pointer)
        }
    }

    private func single(at pointer: JSONPointer) -> [FieldDecision] {
        guard let form else { return [withheld(pointer)] }
        if case .term(let code) = item.value, [.exact, .hsHeading, .hsSubheading].contains(form.generalisation) {
            let value = coarsening.value(item, form: form, rule: rule)
            return value == .string(code) ? [] : [coarser(pointer)]
        }
        return form.generalisation == .exact ? [] : [coarser(pointer)]
    }

    private func terms(_ codes: [String], at pointer: JSONPointer) -> [FieldDecision] {
        guard let form else { return wholeAndParts(pointer, parts: codes.indices.map { pointer.appending($0) }) }
        return codes.enumerated().compactMap { position, code in
            let place = pointer.appending(position)
            guard let result = coarsening.code(code, form: form, rule: rule) else { return withheld(place) }
            guard result != code else { return nil }
            return FieldDecision(
                pointer: place,
                action: .generalise,
                replacement: .string(result),
                rule: "\(rule.name).\(Generalisation.parentTerm.rawValue)"
            )
        }
    }

    /// The port and the two fields that are its coarser forms.
    private func place(_ place: SourceValue.Place, at pointer: JSONPointer) -> [FieldDecision] {
        let country = JSONPointer(tokens: ["case", "country"])
        let region = JSONPointer(tokens: ["case", "wco_region"])
        guard let form else { return [withheld(pointer), withheld(country), withheld(region)] }
        switch form.generalisation {
        case .exact: return []
        case .country: return [coarser(pointer)]
        default: return [coarser(pointer), coarser(country)]
        }
    }

    private func find(_ find: Find, at pointer: JSONPointer) -> [FieldDecision] {
        let place: JSONPointer
        switch item.field {
        case .commodity: place = pointer.appending("commodity")
        case .goodsForm:
            guard find.form != nil else { return [] }
            place = pointer.appending("form")
        default: place = pointer.appending("quantity")
        }
        guard let form else { return [withheld(place)] }
        guard form.generalisation != .exact else { return [] }
        guard item.field == .quantity else { return [coarser(place)] }
        return [
            FieldDecision(
                pointer: place,
                action: .generalise,
                replacement: .string(
                    form.generalisation == .logBand ? Coarsening.logBand(find.quantity) : Coarsening.band(find.quantity)
                ),
                rule: "\(rule.name).\(form.generalisation.rawValue)"
            )
        ]
    }

    private func wholeAndParts(_ whole: JSONPointer, parts: [JSONPointer]) -> [FieldDecision] {
        guard form == nil else { return [] }
        return ([whole] + parts).map { withheld($0) }
    }

    private func withheld(_ pointer: JSONPointer) -> FieldDecision {
        FieldDecision(pointer: pointer, action: .withhold, replacement: nil, rule: "\(rule.name).withhold")
    }

    /// The whole field in its coarser form, or withheld when the form says nothing.
    private func coarser(_ pointer: JSONPointer) -> FieldDecision {
        guard let form, let value = coarsening.value(item, form: form, rule: rule) else { return withheld(pointer) }
        return FieldDecision(
            pointer: pointer,
            action: .generalise,
            replacement: value,
            rule: "\(rule.name).\(form.generalisation.rawValue)"
        )
    }
}
