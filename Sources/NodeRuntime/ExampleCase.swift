// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import StrictJSON

/// A plain dossier for the examples of a policy, of which a test file changes what it is about.
enum ExampleCase {
    /// The dossier that results when a test file gives some members of its case.
    ///
    /// - Parameters:
    ///   - changes: members of `case` in which every scalar is text.
    ///   - derived: members that follow from others where the file does not give them.
    /// - Returns: the dossier's JSON.
    /// - Throws: nothing but a fault of the texts below.
    static func dossier(_ changes: JSONObject, derived: JSONObject) throws(JSONParsingError) -> JSONValue {
        var dossier = try JSONParser.parse(Array(Self.plain.utf8)).objectValue ?? [:]
        let parts = try JSONParser.parse(Array(Self.parts.utf8)).objectValue ?? [:]
        var fields = dossier["case"]?.objectValue ?? [:]
        for (name, value) in derived.members { fields.set(name, value) }
        for (name, value) in changes.members {
            fields.set(name, Self.typed(value, name: name, over: fields[name], parts: parts))
        }
        dossier.set("case", .object(fields))
        return .object(dossier)
    }

    /// A value of a test file as a dossier has it; members that it leaves out stay plain.
    private static func typed(
        _ value: JSONValue,
        name: String,
        over plain: JSONValue?,
        parts: JSONObject
    ) -> JSONValue {
        switch value {
        case .string("null"): return .null
        case .string(let text):
            if ["quantity", "gross_kg"].contains(name), let number = Double(text) {
                return .number(JSONNumber(number))
            }
            return name == "active" ? .bool(text == "true") : value
        case .array(let elements):
            return .array(elements.map { Self.typed($0, name: name, over: nil, parts: parts) })
        case .object(let object):
            var merged = plain?.objectValue ?? parts[name]?.objectValue ?? [:]
            for (member, value) in object.members {
                merged.set(member, Self.typed(value, name: member, over: merged[member], parts: parts))
            }
            return .object(merged)
        default: return value
        }
    }

    /// Whoever reported is given by class in the test file, so the record here is of nobody.
    private static let plain = """
        {"format": "dossier/1", "id": "policy-test", "lang": "en", "title": "Example",
         "case": {"case_id": "00000000-0000-4000-8000-000000000000", "origin_node": "customs-xx", "country": "NL",
          "wco_region": "eur", "port": "NLRTM", "mode": "maritime", "conveyance": "container-ship", "vessel": null,
          "container": null, "seals": [], "bill_of_lading": null, "route": [],
          "declared": {"hs": "0803", "description": null, "gross_kg": null}, "found": [],
          "dates": {"incident": "2024-02-15", "referral_received": null, "examined": null, "closed": null},
          "mo": ["rip-on-rip-off"], "concealment": [], "detection": [], "indicators": [],
          "insider": {"involvement": "insider-not-assessed", "roles": [], "complicity": []}, "treatments": [],
          "outcomes": [], "security_gaps": [], "recommendations": [],
          "operational_hold": {"active": false, "review_on": null}, "confidence": "confidence-moderate",
          "credibility": "credibility-2", "chain_stages": [], "offence_stage": "load-terminal",
          "narrative": "Example."},
         "referrer": {"stakeholder": "frontline-worker", "name": null, "aliases": [], "role": null, "employer": null,
          "employer_aliases": [], "email": null, "phone": null, "staff_number": null, "vessel": null, "place": null,
          "languages": [], "channel": null, "referral_reference": null, "received_at": null, "wishes": null}}
        """

    /// Objects that the plain case does not have.
    private static let parts = """
        {"vessel": {"name": null, "imo": null, "operator": null, "voyage": null, "call_sign": null, "mmsi": null},
         "container": {"number": null, "size_type": null},
         "found": {"commodity": null, "form": null, "quantity": 0, "unit": "kg"}}
        """
}
