// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import EgressGuard
import Foundation

/// One of the twelve invented incidents, with the spans that would betray its referrer.
struct Dossier: Sendable {
    struct Leak: Sendable {
        let range: Range<Int>
        let kind: String
        let difficulty: String
        let text: String
    }

    let name: String
    let narrative: String
    let leaks: [Leak]
    let others: [Range<Int>]
    /// Sentences of the narrative that must stay readable.
    let mustSurvive: [Range<Int>]
    let keywords: [GuardKeyword]
    let profile: ReferrerProfile

    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("peers/demo/dossiers")

    static let all: [Dossier] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: Self.folder.path)) ?? []
        return files.filter { $0.hasSuffix(".json") }.sorted().compactMap { Self.load($0) }
    }()

    private static func load(_ file: String) -> Dossier? {
        guard let data = try? Data(contentsOf: Self.folder.appendingPathComponent(file)),
            let root = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
            let details = root["case"] as? [String: Any], let narrative = details["narrative"] as? String,
            let referrer = root["referrer"] as? [String: Any]
        else { return nil }
        let leaks = (root["expected_leaks"] as? [[String: Any]] ?? []).map { leak in
            Leak(
                range: Self.range(leak),
                kind: leak["kind"] as? String ?? "",
                difficulty: leak["difficulty"] as? String ?? "",
                text: leak["text"] as? String ?? ""
            )
        }
        let scalars = Array(narrative.unicodeScalars)
        let sentences = (root["must_survive"] as? [String] ?? []).compactMap { sentence -> Range<Int>? in
            let wanted = Array(sentence.unicodeScalars)
            guard wanted.contains(" ") else { return nil }
            return scalars.firstRange(of: wanted)
        }
        let profile = Self.profile(referrer)
        return Dossier(
            name: String(file.prefix(5)),
            narrative: narrative,
            leaks: leaks,
            others: (root["other_personal"] as? [[String: Any]] ?? []).map(Self.range),
            mustSurvive: sentences,
            keywords: profile.keywords + Self.identifiers(details).keywords,
            profile: profile
        )
    }

    private static func range(_ value: [String: Any]) -> Range<Int> {
        (value["start"] as? Int ?? 0)..<(value["end"] as? Int ?? 0)
    }

    private static func profile(_ referrer: [String: Any]) -> ReferrerProfile {
        ReferrerProfile(
            name: referrer["name"] as? String,
            aliases: referrer["aliases"] as? [String] ?? [],
            role: referrer["role"] as? String,
            employer: referrer["employer"] as? String,
            employerAliases: referrer["employer_aliases"] as? [String] ?? [],
            email: referrer["email"] as? String,
            phone: referrer["phone"] as? String,
            staffNumber: referrer["staff_number"] as? String,
            vessel: referrer["vessel"] as? String,
            place: referrer["place"] as? String,
            referralReference: referrer["referral_reference"] as? String,
            receivedAt: referrer["received_at"] as? String
        )
    }

    private static func identifiers(_ details: [String: Any]) -> CaseIdentifiers {
        let vessel = details["vessel"] as? [String: Any] ?? [:]
        return CaseIdentifiers(
            vesselName: vessel["name"] as? String,
            imoNumber: vessel["imo"] as? String,
            mmsi: vessel["mmsi"] as? String,
            callSign: vessel["call_sign"] as? String,
            voyage: vessel["voyage"] as? String,
            operatorName: vessel["operator"] as? String,
            containerNumber: (details["container"] as? [String: Any])?["number"] as? String,
            seals: details["seals"] as? [String] ?? [],
            billOfLading: details["bill_of_lading"] as? String
        )
    }
}
