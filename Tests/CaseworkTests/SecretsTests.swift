// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import TestSupport
import Testing

@Suite("secrets, free text and sealed fields")
struct SecretsTests {
    private static let details = IdentifyingDetails(
        title: FreeText("Uncollected box"),
        vessel: Vessel(
            name: FreeText("MV Larkspur Bay"),
            imo: Identifier("3422883"),
            operatorName: FreeText("Brightwater Bulk"),
            voyage: Identifier("LB2303"),
            callSign: nil,
            mmsi: Identifier("538000417")
        ),
        containerNumber: Identifier("QXZU4172083"),
        seals: [Identifier("EC1"), Identifier("EC2")],
        billOfLading: nil,
        goodsDescription: FreeText("Bananes fraîches"),
        referralReceived: CalendarDay(text: "2024-02-26")
    )

    private static func bytes(of secret: borrowing SecretText) -> [UInt8] {
        secret.withUTF8 { bytes in bytes.indices.map { bytes[$0] } }
    }

    @Test("identifying details come back from inside the seal as they went in")
    func roundTrip() throws {
        let encoded = Self.details.encoded()
        let decoded = try IdentifyingDetails(encoded: encoded)
        #expect(decoded == Self.details)
        let bare = IdentifyingDetails(
            title: nil,
            vessel: nil,
            containerNumber: nil,
            seals: [],
            billOfLading: nil,
            goodsDescription: nil,
            referralReceived: nil
        )
        let bareEncoded = bare.encoded()
        #expect(bareEncoded.count == 0)
        let bareDecoded = try IdentifyingDetails(encoded: bareEncoded)
        #expect(bareDecoded == bare)
    }

    @Test("every truncation of the sealed form is refused or is a shorter list")
    func truncations() {
        let whole = Self.bytes(of: Self.details.encoded())
        for count in 0..<whole.count {
            let cut = SecretText(copying: whole.prefix(count))
            do throws(SealedFieldsError) {
                #expect(try IdentifyingDetails(encoded: cut) != Self.details)
            } catch {
                #expect({ if case .truncated = error { true } else { false } }(), "\(error)")
            }
        }
    }

    @Test("random bytes never trap the reader of sealed fields", arguments: 0..<200)
    func randomBytes(seed: UInt64) {
        var generator = SeededRandom(seed: seed)
        let count = Int(generator.next() % 64)
        let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next() % 20) }
        let text = SecretText(copying: bytes)
        do throws(SealedFieldsError) {
            _ = try IdentifyingDetails(encoded: text)
            _ = try ReferrerRecord(encoded: text)
        } catch {
            #expect(!"\(error)".isEmpty)
        }
    }

    @Test("free text and identifiers do not show their words")
    func hidden() {
        var dumped = ""
        dump(Self.details, to: &dumped)
        for shown in ["\(Self.details)", String(reflecting: Self.details), dumped] {
            for word in ["Larkspur", "3422883", "Brightwater", "QXZU", "Bananes", "EC1", "Uncollected", "LB2303"] {
                #expect(!shown.contains(word))
            }
        }
    }

    @Test("a referrer's record lends its values in order and survives sealing")
    func referrerRecord() throws {
        let values: [(field: ReferrerField, text: String)] = [
            (.stakeholder, "container-terminal"), (.name, "Maëlle Guéguen"), (.alias, "Maëlle"), (.alias, "MG"),
        ]
        let record = ReferrerRecord(values)
        let reopened = try record.withEncoded { (encoded) throws(SealedFieldsError) in
            try ReferrerRecord(encoded: encoded.duplicated())
        }
        var seen: [String] = []
        reopened.forEach { field, text in seen.append("\(field.rawValue) \(text)") }
        #expect(seen == ["1 container-terminal", "2 Maëlle Guéguen", "3 Maëlle", "3 MG"])
        let first = reopened.withFirst(.alias) { $0 }
        #expect(first == "Maëlle")
        let none = reopened.withFirst(.vessel) { $0 }
        #expect(none == nil)
    }

    @Test("case ids accept the canonical form only")
    func caseIDs() throws {
        let text = "c7f3a1d2-5b0e-4e8f-9a61-2d0c8f6e1b10"
        let id = try #require(CaseID(text: text))
        #expect(id.text == text)
        let odd = [
            "", text.uppercased(), "{\(text)}", String(text.dropLast()), text + "0", text.replacing("-", with: "0"),
        ]
        for form in odd { #expect(CaseID(text: form) == nil) }
        let made = CaseID(randomBytes: [UInt8](repeating: 0xFF, count: 16))
        #expect(made.text == "ffffffff-ffff-4fff-bfff-ffffffffffff")
    }
}
