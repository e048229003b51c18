// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Synchronization
import Testing

@testable import Transport

@Suite("mailbox and outbox")
struct MailboxTests {
    private static func frame(_ number: UInt8, byteCount: Int = 10) -> Frame {
        Frame(type: number, flags: 0, payload: Array(repeating: number, count: byteCount))
    }

    @Test("what the driver asked for comes first, the rest in the order of its sender")
    func order() async {
        let mailbox = Mailbox<Int>()
        for number in 1...3 {
            await mailbox.send(number, byteCount: 1)
        }
        mailbox.post(100)
        #expect(await mailbox.receive(bounded: true) == [100, 1, 2, 3])
    }

    @Test("a full mailbox suspends its senders and loses nothing")
    func backpressure() async {
        let mailbox = Mailbox<Int>()
        let total = TransportLimit.mailboxFrames * 3
        let sender = Task {
            for number in 0..<total {
                await mailbox.send(number, byteCount: 1)
            }
        }
        var received: [Int] = []
        while received.count < total {
            let batch = await mailbox.receive(bounded: true)
            #expect(batch.count <= TransportLimit.mailboxFrames)
            received += batch
        }
        await sender.value
        #expect(received == Array(0..<total))
    }

    @Test("a mailbox full of bytes suspends its senders too")
    func byteBound() async {
        let mailbox = Mailbox<Int>()
        let sender = Task {
            for number in 0..<10 {
                await mailbox.send(number, byteCount: TransportLimit.mailboxBytes)
            }
        }
        for number in 0..<10 {
            #expect(await mailbox.receive(bounded: true) == [number])
        }
        await sender.value
    }

    @Test("while the driver is busy only what it asked for is given out")
    func pausedLane() async {
        let mailbox = Mailbox<Int>()
        await mailbox.send(1, byteCount: 1)
        mailbox.post(2)
        #expect(await mailbox.receive(bounded: false) == [2])
        #expect(await mailbox.receive(bounded: true) == [1])
    }

    @Test("closing wakes everybody")
    func closing() async {
        let mailbox = Mailbox<Int>()
        let receiver = Task { await mailbox.receive(bounded: true) }
        mailbox.close()
        #expect(await receiver.value.isEmpty)
        await mailbox.send(1, byteCount: .max)
        mailbox.post(2)
        #expect(await mailbox.receive(bounded: true).isEmpty)
    }

    @Test("range streams do not hold up news: four frames of news go for each of a range")
    func lanes() async {
        let outbox = LinkOutbox(hasRoom: {})
        for number in UInt8(1)...3 {
            #expect(outbox.offer(Self.frame(100 + number), isBulk: true) == .taken)
        }
        for number in UInt8(1)...6 {
            #expect(outbox.offer(Self.frame(number), isBulk: false) == .taken)
        }
        outbox.close()
        let types = await outbox.next()?.map(\.type)
        #expect(types == [1, 2, 3, 4, 101, 5, 6, 102, 103])
        #expect(await outbox.next() == nil)
    }

    @Test("a lane over its mark says so once, and once more when it has room")
    func marks() async {
        let room = Atomic(0)
        let outbox = LinkOutbox(hasRoom: { room.wrappingAdd(1, ordering: .relaxed) })
        let piece = TransportLimit.writeBytes - Frame.headByteCount
        var answers: [LinkOutbox.Offer] = []
        for _ in 0..<(TransportLimit.liveQueueBytes / TransportLimit.writeBytes + 2) {
            answers.append(outbox.offer(Self.frame(1, byteCount: piece), isBulk: false))
        }
        #expect(answers.filter { $0 == .takenAndFull }.count == 1)
        #expect(!answers.contains(.dropped))
        while room.load(ordering: .relaxed) == 0 {
            _ = await outbox.next()
        }
        #expect(outbox.offer(Self.frame(1), isBulk: false) == .taken)
    }

    @Test("beyond its bound a lane drops, and a closed one takes nothing")
    func bounds() async {
        let outbox = LinkOutbox(hasRoom: {})
        let frame = Self.frame(1, byteCount: 100_000)
        var taken = 0
        while outbox.offer(frame, isBulk: false) != .dropped {
            taken += 1
        }
        #expect(taken * frame.byteCount <= TransportLimit.liveQueueBytes * TransportLimit.queueBoundFactor)
        outbox.abandon()
        #expect(outbox.offer(Self.frame(1), isBulk: false) == .dropped)
        #expect(await outbox.next() == nil)
    }

    @Test("a reader of counters starts with the counter of now and sees the latest")
    func counters() async {
        let feed = CounterFeed(last: 5)
        feed.advance(to: 7)
        var reader = feed.stream().makeAsyncIterator()
        #expect(await reader.next() == 7)
        feed.advance(to: 8)
        feed.advance(to: 9)
        #expect(await reader.next() == 9)
        feed.finish()
        #expect(await reader.next() == nil)
    }
}
