// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger
import Testing

@Suite("Chain rule")
struct ChainRuleTests {
    /// Entries 1 to 4 of one log, and another entry 3 after the same entry 2.
    static func logs() throws -> (log: [VerifiedEntry], twin: VerifiedEntry) {
        let signer = try Fixture.signer()
        let log = try Fixture.log((1...4).map { Fixture.note("\($0)") }, signer: signer)
        let twin = try signer.sign(signer.intent(for: Fixture.note("twin"), after: log[1].header.asHead))
        return (log, twin)
    }

    static func judge(_ header: VerifiedHeader, held count: Int, of log: [VerifiedEntry]) -> ChainVerdict {
        ChainRule.judge(header, after: count == 0 ? nil : log[count - 1].header.asHead) { sequence in
            log[Int(sequence) - 1].id
        }
    }

    @Test("held so many entries and given one, the verdict is the table's", arguments: 0...4, 1...4)
    func table(held: Int, given: Int) throws {
        let (log, _) = try Self.logs()
        let verdict = Self.judge(log[given - 1].header, held: held, of: log)
        let expected: ChainVerdict =
            switch given - held {
            case ...0: .duplicate
            case 1: .follows
            default: .gap(missing: UInt64(held) + 1...UInt64(given) - 1)
            }
        #expect(verdict == expected)
    }

    @Test("another entry at a held place is a fork, whatever came after it", arguments: 3...4)
    func fork(held: Int) throws {
        let (log, twin) = try Self.logs()
        #expect(Self.judge(twin.header, held: held, of: log) == .fork(held: log[2].id))
    }

    @Test("the next in number that continues another entry shows a divergence before it")
    func divergence() throws {
        let (log, twin) = try Self.logs()
        let branch = [log[0], log[1], twin]
        #expect(Self.judge(log[3].header, held: 3, of: branch) == .diverges(after: 3))
    }
}
