// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The part of a canary search that reads bytes as text and ignores separators, marks, look-alikes and leetspeak.
struct CanonicalByteSearch: Sendable {
    private struct Key: Sendable {
        let valueIndex: Int
        let bytes: [UInt8]
        /// Capitals only: an acronym counts only in capitals.
        let isUpper: Bool
        let isNumber: Bool
    }

    private let keys: [Key]
    private let automaton: KeyAutomaton
    private let leetKeys: [Int]
    private let leetLengths: [Int]
    private let leetAutomaton: KeyAutomaton
    init(_ values: [String]) {
        var keys: [Key] = []
        for (index, value) in values.enumerated() {
            let folded = FoldedText(value)
            guard folded.count >= 3, folded.count < CanonicalByteReader.longestKey else { continue }
            let letters = value.unicodeScalars.filter(Signs.isLetter)
            keys.append(
                Key(
                    valueIndex: index,
                    bytes: folded.bytes,
                    isUpper: !letters.isEmpty && letters.allSatisfy(Signs.isUpper),
                    isNumber: folded.digits.count == folded.count
                )
            )
        }
        self.keys = keys
        self.automaton = KeyAutomaton(keys.map(\.bytes))
        let leetKeys = keys.indices.filter { keys[$0].bytes.count >= 6 && keys[$0].bytes.allSatisfy { $0 >= 0x61 } }
        self.leetKeys = leetKeys
        // From the value itself: its "@" is read as a letter in the data too.
        let leetBytes = leetKeys.map {
            CanonicalView(Array(values[keys[$0].valueIndex].unicodeScalars), kind: .leetspeak).bytes
        }
        self.leetLengths = leetBytes.map(\.count)
        self.leetAutomaton = KeyAutomaton(leetBytes)
    }

    /// One pass over the data; separators are passed over, four of them at most between two signs.
    func search(_ data: UnsafeBufferPointer<UInt8>, to found: inout [CanaryMatch]) {
        guard !self.keys.isEmpty else { return }
        self.automaton.withStepper { plain in
            self.leetAutomaton.withStepper { leet in
                let reader = CanonicalByteReader(data)
                reader.read(
                    &plain,
                    &leet,
                    plainMatch: { stepper, trace in
                        stepper.forEachKey { index in
                            let key = self.keys[index]
                            let range = trace.range(ofLast: key.bytes.count)
                            guard self.accepts(key, range, data) else { return }
                            found.append(
                                CanaryMatch(valueIndex: key.valueIndex, encoding: "canonical", offset: range.lowerBound)
                            )
                        }
                    },
                    leetMatch: { stepper, trace in
                        stepper.forEachKey { index in
                            let key = self.keys[self.leetKeys[index]]
                            let range = trace.range(ofLast: self.leetLengths[index])
                            guard self.acceptsLeet(key, range, data) else { return }
                            found.append(
                                CanaryMatch(valueIndex: key.valueIndex, encoding: "leetspeak", offset: range.lowerBound)
                            )
                        }
                    }
                )
            }
        }
    }

    private func accepts(_ key: Key, _ range: Range<Int>, _ data: UnsafeBufferPointer<UInt8>) -> Bool {
        if key.bytes.count < CanarySearch.significantCount { return self.acceptsShort(key, range, data) }
        if key.isNumber {
            let isWhole = !Self.isDigit(data, range.lowerBound - 1) && !Self.isDigit(data, range.upperBound)
            return key.bytes.count >= 9 || isWhole && !CanarySearch.isInsideToken(range, in: data)
        }
        guard key.bytes.count < 9 else { return true }
        return Self.isWord(range, data) && !CanarySearch.isInsideToken(range, in: data)
    }

    /// A whole word between blanks, quotation marks or punctuation, in a stretch of printable text.
    private func acceptsShort(_ key: Key, _ range: Range<Int>, _ data: UnsafeBufferPointer<UInt8>) -> Bool {
        guard range.count <= key.bytes.count + 2, Self.isWord(range, data), Self.isFree(data, range.lowerBound - 1),
            Self.isFree(data, range.upperBound), Self.printable(around: range, data) >= 16
        else { return false }
        if key.isNumber {
            // A bare number in a log or a table is no staff number: it has to be quoted or to follow a word.
            var before = range.lowerBound - 1
            if before >= 0, data[before] == 0x22 {
                return range.upperBound < data.count && data[range.upperBound] == 0x22
            }
            while before >= 0, data[before] == 0x20 || data[before] == 0x23 { before -= 1 }
            let follows =
                before >= 0 && before < range.lowerBound - 1 && (data[before] | 0x20) >= 0x61
                && (data[before] | 0x20) <= 0x7A
            let after = range.upperBound < data.count ? data[range.upperBound] : 0x2E
            return follows && ",.;)\"'\n".utf8.contains(after)
        }
        guard key.isUpper else {
            return (0x41...0x5A).contains(data[range.lowerBound]) || data[range.lowerBound] >= 0x80
        }
        return range.allSatisfy { !(0x61...0x7A).contains(data[$0]) }
    }

    private func acceptsLeet(_ key: Key, _ range: Range<Int>, _ data: UnsafeBufferPointer<UInt8>) -> Bool {
        var signs = 0
        for index in range where data[index] != 0x20 {
            let letter = data[index] | 0x20
            if !(0x61...0x7A).contains(letter), data[index] < 0x80 { signs += 1 }
        }
        guard signs > 0, signs * 3 <= range.count * 2, Self.isWord(range, data) else { return false }
        return !CanarySearch.isInsideToken(range, in: data)
    }

    private static func isDigit(_ data: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        index >= 0 && index < data.count && (0x30...0x39).contains(data[index])
    }

    private static func isWord(_ range: Range<Int>, _ data: UnsafeBufferPointer<UInt8>) -> Bool {
        func isSign(_ index: Int) -> Bool {
            guard index >= 0, index < data.count else { return false }
            let byte = data[index]
            return (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) && byte < 0x80
        }
        return !isSign(range.lowerBound - 1) && !isSign(range.upperBound)
    }

    /// Outside the data, or a sign that base64 does not use.
    private static func isFree(_ data: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard index >= 0, index < data.count else { return true }
        return " \t\r\n\"'.,;:()<>[]{}|&?!".utf8.contains(data[index]) || data[index] == 0xC2 || data[index] == 0xE2
    }

    private static func printable(around range: Range<Int>, _ data: UnsafeBufferPointer<UInt8>) -> Int {
        var start = range.lowerBound
        var end = range.upperBound
        func isText(_ byte: UInt8) -> Bool {
            (0x20...0x7E).contains(byte) || byte == 0x0A || byte == 0x09 || byte == 0x0D
        }
        while start > 0, range.lowerBound - start < 24, isText(data[start - 1]) { start -= 1 }
        while end < data.count, end - range.upperBound < 24, isText(data[end]) { end += 1 }
        return end - start
    }
}
