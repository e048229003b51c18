// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Release
import Testing

@Suite("Batches")
struct DepartureMachineTests {
    private static let identifiers = (0..<4).map { _ in BulletinIdentifier.random() }.sorted()

    enum State: CaseIterable {
        case absent, waiting, leaving, held
    }

    private static func machine(_ state: State) -> DepartureMachine {
        var machine = DepartureMachine()
        guard state != .absent else { return machine }
        _ = machine.handle(.scheduled(identifiers[0], batchDay: 10))
        guard state != .waiting else { return machine }
        _ = machine.handle(.dayBegan(10, isClockTrusted: true))
        if state == .held { _ = machine.handle(.held(identifiers[0], .policyChanged)) }
        return machine
    }

    @Test("every event has one meaning in every state", arguments: State.allCases)
    func everyPair(_ state: State) {
        let identifier = Self.identifiers[0]
        let ignore = [DepartureMachine.Action.ignore(identifier)]
        func after(_ event: DepartureMachine.Event) -> ([DepartureMachine.Action], DepartureMachine.Standing?) {
            var machine = Self.machine(state)
            let actions = machine.handle(event)
            return (actions, machine.standing(of: identifier))
        }
        let before = Self.machine(state).standing(of: identifier)
        let held = DepartureMachine.Standing.held(batchDay: 10, .policyChanged)
        let scheduled = after(.scheduled(identifier, batchDay: 10))
        #expect(scheduled == (state == .absent ? ([], .waiting(batchDay: 10)) : (ignore, before)))
        let early = after(.dayBegan(9, isClockTrusted: true))
        #expect(early == ([], before))
        let due = after(.dayBegan(12, isClockTrusted: true))
        #expect(due == (state == .waiting ? ([.depart(identifier)], .leaving(batchDay: 10)) : ([], before)))
        let disputed = after(.dayBegan(12, isClockTrusted: false))
        #expect(disputed == (state == .waiting ? ([.warnClockDisputed(waiting: 1)], before) : ([], before)))
        #expect(after(.departed(identifier)) == (state == .leaving ? ([], nil) : (ignore, before)))
        #expect(after(.held(identifier, .policyChanged)) == (state == .leaving ? ([], held) : (ignore, before)))
        #expect(after(.resumed(identifier)) == (state == .held ? ([], .waiting(batchDay: 10)) : (ignore, before)))
        let isStoppable = state == .waiting || state == .held
        #expect(after(.stopped(identifier)) == (isStoppable ? ([], nil) : (ignore, before)))
    }

    @Test("a batch leaves in the order of the random identifiers, whatever the order of approval")
    func order() {
        for seed in UInt64(0)..<10 {
            var generator = SeededGenerator(seed: seed)
            var machine = DepartureMachine()
            for identifier in Self.identifiers.shuffled(using: &generator) {
                _ = machine.handle(.scheduled(identifier, batchDay: 10))
            }
            let actions = machine.handle(.dayBegan(10, isClockTrusted: true))
            #expect(actions == Self.identifiers.map { .depart($0) })
            let again = machine.handle(.dayBegan(10, isClockTrusted: true))
            #expect(again == [])
        }
    }
}
