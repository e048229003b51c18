// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Intake
import StrictJSON
import TestSupport
import Testing

@Suite("hostile dossiers")
struct HostileDossierTests {
    @Test("a file over the limit is refused before it is parsed")
    func tooLarge() {
        let bytes = [UInt8](repeating: UInt8(ascii: "["), count: DossierReader.byteLimit + 1)
        #expect(throws: DossierRejection(.fileTooLarge(limit: DossierReader.byteLimit), at: JSONPointer())) {
            _ = try DossierFiles.reader().read(bytes)
        }
    }

    @Test("duplicate names, bad UTF-8, lone surrogates, deep nesting and trailing bytes are refused as bad JSON")
    func notStrictJSON() throws {
        let whole = try DossierFiles.bytes(DossierFiles.names[0])
        let samples: [[UInt8]] = [
            [], Array("null x".utf8), whole + [0x7D], [0xEF, 0xBB, 0xBF] + whole, Array(whole.dropLast(3)),
            Array(#"{"format":"dossier/1","format":"dossier/1"}"#.utf8), Array(#"{"format":"\ud800"}"#.utf8),
            [0x22, 0xFF, 0x22], [UInt8](repeating: UInt8(ascii: "["), count: 100_000),
        ]
        for sample in samples {
            do throws(DossierRejection) {
                _ = try DossierFiles.reader().read(sample)
                Issue.record("accepted \(sample.prefix(20))")
            } catch {
                #expect({ if case .notJSON = error.rule { true } else { false } }(), "\(error)")
            }
        }
    }

    @Test("other roots are refused", arguments: ["null", "[]", "7", #""dossier/1""#])
    func otherRoots(text: String) {
        #expect(throws: DossierRejection(.wrongType(expected: .object), at: JSONPointer())) {
            _ = try DossierFiles.reader().read(Array(text.utf8))
        }
    }

    @Test("long texts and long lists are refused")
    func caps() throws {
        let name = DossierFiles.names[0]
        let long = try DossierFiles.changing(
            name,
            at: "/referrer/name",
            to: .string(String(repeating: "a", count: 301))
        )
        let place = try #require(JSONPointer(text: "/referrer/name"))
        #expect(throws: DossierRejection(.tooLong(limit: 300), at: place)) { _ = try DossierFiles.reader().read(long) }
        let many = try DossierFiles.changing(
            name,
            at: "/case/seals",
            to: .array((0..<33).map { .string("S\($0)00000") })
        )
        let seals = try #require(JSONPointer(text: "/case/seals"))
        #expect(throws: DossierRejection(.tooManyItems(limit: 32), at: seals)) {
            _ = try DossierFiles.reader().read(many)
        }
    }

    @Test("mutated bytes never trap, and what is refused does not repeat the referrer", arguments: 0..<24)
    func mutated(seed: UInt64) throws {
        var generator = SeededRandom(seed: seed)
        let reader = DossierFiles.reader()
        let whole = try DossierFiles.bytes(DossierFiles.names[Int(seed) % DossierFiles.names.count])
        for _ in 0..<20 {
            var bytes = whole
            switch generator.next() % 3 {
            case 0: bytes = Array(bytes.prefix(Int(generator.next() % UInt64(bytes.count))))
            case 1: bytes.remove(at: Int(generator.next() % UInt64(bytes.count)))
            default:
                for _ in 0..<(1 + generator.next() % 4) {
                    bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: generator.next())
                }
            }
            do throws(DossierRejection) {
                _ = try reader.read(bytes)
            } catch {
                for word in ["Priya", "Wouter", "Feldkirch", "Adjei", "Siobh", "Wanjiru", "Tollefson", "Quim"] {
                    #expect(!"\(error)".contains(word))
                }
            }
        }
    }

    @Test("random bytes never trap", arguments: 0..<64)
    func random(seed: UInt64) {
        var generator = SeededRandom(seed: seed)
        let bytes = (0..<Int(generator.next() % 400)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
        #expect(throws: DossierRejection.self) { _ = try DossierFiles.reader().read(bytes) }
    }
}
