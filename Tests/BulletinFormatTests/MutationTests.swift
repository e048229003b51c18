// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import FuzzTargets
import Testing

@Suite("Mutated bulletins")
struct MutationTests {
    /// All bytes of all 200 run in `make soak`; here the first ones wholly, and a seeded share of the others.
    @Test(
        "of 200 bulletins every changed byte is refused, trailing bits too, and a missing part is told",
        arguments: 0..<10
    )
    func everyByte(_ chunk: Int) throws {
        let numbers = chunk * 20..<(chunk + 1) * 20
        let tally = try EveryByte.run(numbers, oneIn: 20)
        #expect(tally.tried > 20 * 150)
        #expect(tally.accepted == [])
    }

    @Test("of one bulletin each single byte is changed", arguments: [3, 11])
    func wholeBulletins(_ number: Int) throws {
        let tally = try EveryByte.run(number..<number + 1, oneIn: 1)
        #expect(tally.tried > 4_000)
        #expect(tally.accepted == [])
    }
}
