// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Foundation
import Intake
import StrictJSON
import Testing

@Suite("dossier reader")
struct DossierReaderTests {
    @Test("reads the twelve demonstration dossiers whole", arguments: DossierFiles.names)
    func readsReal(name: String) throws {
        let bytes = try DossierFiles.bytes(name)
        let root = try JSONParser.parse(bytes)
        let dossier = try DossierFiles.reader().read(bytes)
        let narrative = dossier.narrative.withUTF8 { span in span.indices.map { span[$0] } }
        #expect(String(decoding: narrative, as: UTF8.self) == Self.text(root, "/case/narrative"))
        #expect(dossier.id == Self.text(root, "/id"))
        let coded = dossier.incident.coded
        #expect(coded.caseID.text == Self.text(root, "/case/case_id"))
        #expect(coded.port.rawValue == Self.text(root, "/case/port"))
        #expect(coded.dates.incident.text == Self.text(root, "/case/dates/incident"))
        #expect(coded.modusOperandi.map { $0.rawValue } == Self.texts(root, "/case/mo"))
        #expect(coded.detection.map { $0.rawValue } == Self.texts(root, "/case/detection"))
        let details = dossier.incident.identifying
        #expect(details.vessel?.name?.withText { $0 } == Self.text(root, "/case/vessel/name"))
        #expect(details.vessel?.imo?.withText { $0 } == Self.text(root, "/case/vessel/imo"))
        #expect(details.containerNumber?.withText { $0 } == Self.text(root, "/case/container/number"))
        #expect(details.seals.map { $0.withText { $0 } } == Self.texts(root, "/case/seals"))
        let referrerName = dossier.referrer.withFirst(.name) { $0 }
        #expect(referrerName == Self.text(root, "/referrer/name"))
        var aliases: [String] = []
        dossier.referrer.forEach { field, text in if field == .alias { aliases.append(text) } }
        #expect(aliases == Self.texts(root, "/referrer/aliases"))
    }

    @Test("computes the class of each referrer as the files describe it")
    func classes() throws {
        var onBoard: [String] = []
        var operatorStaff: [String] = []
        for name in DossierFiles.names {
            let dossier = try DossierFiles.reader().read(try DossierFiles.bytes(name))
            let operatorName = dossier.incident.identifying.vessel?.operatorName
            let found = ReferrerClass(of: dossier.referrer, operatorName: operatorName)
            if found.isOnBoard { onBoard.append(String(name.prefix(5))) }
            if found.worksForOperator { operatorStaff.append(String(name.prefix(5))) }
        }
        #expect(onBoard == ["en-04"])
        #expect(operatorStaff == ["en-03", "en-04"])
    }

    @Test("members that describe test data may be missing and are not read")
    func testDataIsOptional() throws {
        var root = try DossierFiles.object(DossierFiles.names[0])
        for name in ["expected_leaks", "expected_field_leaks", "other_personal", "must_survive"] { root[name] = nil }
        for name in ["synthetic", "note", "pattern_basis", "offset_unit"] { root[name] = .integer(7) }
        _ = try DossierFiles.reader().read(JSONWriter.write(.object(root)))
    }

    @Test(
        "a wrong value is refused at its place, under its rule",
        arguments: [
            ("/format", "dossier/2", "must be dossier/1"),
            ("/id", "With Space", "must be lowercase letters, digits and hyphens, at most 80"),
            ("/lang", "pt", "must be en, fr or es"),
            ("/case/case_id", "C7F3A1D2-5B0E-4E8F-9A61-2D0C8F6E1B10", "must be a lowercase UUID"),
            ("/case/country", "QQ", "code is not in the list countries"),
            ("/case/wco_region", "eur", "contradicts country"),
            ("/case/wco_region", "moon", "code is not in the list regions"),
            ("/case/port", "NLRTM", "contradicts country"),
            ("/case/port", "AUZZZ", "code is not in the list ports"),
            ("/case/route/0/locode", "XXXXX", "code is not in the list ports"),
            ("/case/route/0/role", "lost", "must be load, tranship or discharge"),
            ("/case/mode", "by-balloon", "code is not in the list transport-modes"),
            ("/case/vessel/imo", "3102771", "wrong check digit"),
            ("/case/vessel/imo", "310277", "must be an IMO number of seven digits"),
            ("/case/container/number", "QXZU4172084", "wrong check digit"),
            ("/case/container/number", "QXZU417208", "must be an ISO 6346 number of four letters and seven digits"),
            ("/case/container/size_type", "22X1", "code is not in the list container-size-types"),
            ("/case/declared/hs", "9901", "code is not in the list hs-chapters"),
            ("/case/found/0/commodity", "moonshine", "code is not in the list commodities"),
            ("/case/found/0/unit", "stone", "must be kg, g, l, tablets, items or persons"),
            ("/case/dates/incident", "2024-02-30", "day does not exist"),
            ("/case/dates/examined", "29.02.2024", "must be a day as YYYY-MM-DD"),
            ("/case/dates/closed", "2024-02-28", "day lies before incident"),
            ("/case/mo/0", "magic", "code is not in the list modus-operandi"),
            ("/case/mo/1", "abandoned-shipment", "item is repeated"),
            ("/case/insider/involvement", "willing", "code is not in the list assessment"),
            ("/case/insider/involvement", "insider-involvement", "code is not in the list assessment"),
            ("/case/confidence", "credibility-1", "code is not in the list assessment"),
            ("/case/offence_stage", "nowhere", "code is not in the list chain-stages"),
            ("/case/narrative", "", "must not be empty"),
            ("/case/narrative", "a\u{0}b", "must be text without control characters other than line feed and tab"),
            ("/case/vessel/name", "two\nlines", "must be one line without control characters"),
            ("/case/vessel/name", "MV \u{202E}desrever", "must be one line without control characters"),
            ("/referrer/stakeholder", "neighbour", "code is not in the list stakeholders"),
            ("/referrer/received_at", "2024-02-26 07:52", "must be a time as RFC 3339"),
            ("/referrer/received_at", "2024-02-31T07:52:00Z", "day does not exist"),
            ("/referrer/received_at", "2024-02-26T24:52:00Z", "day does not exist"),
            ("/referrer/languages/0", "English", "must be a language code of two or three lowercase letters"),
        ]
    )
    func refusesValues(pointer: String, value: String, rule: String) throws {
        let changed = try DossierFiles.changing(DossierFiles.names[0], at: pointer, to: .string(value))
        let rejection = try #require(Self.rejection(of: changed))
        #expect(rejection.pointer.text == pointer)
        #expect(rejection.rule.description == rule)
        #expect(value.isEmpty || value == "2024-02-28" || !"\(rejection)".contains(value) || rule.contains(value))
    }

    @Test("numbers outside their range are refused")
    func refusesNumbers() throws {
        for (pointer, number) in [("/case/declared/gross_kg", "-1"), ("/case/found/0/quantity", "1e99")] {
            let value = try JSONParser.parse(text: number)
            let changed = try DossierFiles.changing(DossierFiles.names[0], at: pointer, to: value)
            let rejection = try #require(Self.rejection(of: changed))
            #expect(rejection.pointer.text == pointer)
            #expect({ if case .outOfRange = rejection.rule { true } else { false } }())
        }
    }

    @Test("every member of every object is needed, and no other is allowed", arguments: DossierFiles.names)
    func membersAreExact(name: String) throws {
        let reader = DossierFiles.reader()
        let root = JSONValue.object(try DossierFiles.object(name))
        for place in DossierFiles.objects(in: root) {
            guard let object = root.value(at: place)?.objectValue else { continue }
            var extended = object
            extended["surprise"] = .bool(true)
            let surprise = place.appending("surprise")
            #expect(throws: DossierRejection(.unknownField, at: surprise)) {
                _ = try reader.read(DossierFiles.changing(root, at: place, to: .object(extended)))
            }
            var odd = object
            odd["Priya told us"] = .bool(true)
            #expect(throws: DossierRejection(.unknownField, at: place)) {
                _ = try reader.read(DossierFiles.changing(root, at: place, to: .object(odd)))
            }
            for member in object.names where !DossierFiles.optionalMembers.contains(member) {
                var reduced = object
                reduced[member] = nil
                #expect(throws: DossierRejection(.missingField, at: place.appending(member))) {
                    _ = try reader.read(DossierFiles.changing(root, at: place, to: .object(reduced)))
                }
            }
        }
    }

    @Test("a value of another type is refused at its place, everywhere")
    func typesAreExact() throws {
        let reader = DossierFiles.reader()
        let root = JSONValue.object(try DossierFiles.object("en-04-sea-chest.json"))
        for place in DossierFiles.places(in: root) where !DossierFiles.isUnread(place) {
            let value = try #require(root.value(at: place))
            let wrong: JSONValue = value.boolValue == nil ? .bool(true) : .string("true")
            do throws(DossierRejection) {
                _ = try reader.read(DossierFiles.changing(root, at: place, to: wrong))
                Issue.record("another type is accepted at \(place.text)")
            } catch {
                #expect(error.pointer == place, "\(place.text): \(error)")
                #expect({ if case .wrongType = error.rule { true } else { false } }(), "\(place.text): \(error)")
            }
        }
    }

    private static func rejection(of bytes: [UInt8]) -> DossierRejection? {
        do throws(DossierRejection) {
            _ = try DossierFiles.reader().read(bytes)
            return nil
        } catch {
            return error
        }
    }

    private static func text(_ root: JSONValue, _ pointer: String) -> String? {
        JSONPointer(text: pointer).flatMap { root.value(at: $0)?.stringValue }
    }

    private static func texts(_ root: JSONValue, _ pointer: String) -> [String] {
        let elements = JSONPointer(text: pointer).flatMap { root.value(at: $0)?.arrayValue } ?? []
        return elements.compactMap { $0.stringValue }
    }
}
