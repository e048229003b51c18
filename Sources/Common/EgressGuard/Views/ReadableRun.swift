// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A stretch of readable text inside binary data, with the byte that each character begins at.
struct ReadableRun: Sendable {
    private(set) var scalars: [Unicode.Scalar] = []
    private(set) var places: [Int] = []
    private(set) var end = 0

    private static let shortest = 8

    /// All stretches of at least eight characters without control characters and without broken UTF-8.
    static func all(in bytes: [UInt8]) -> [ReadableRun] {
        var runs: [ReadableRun] = []
        var run = ReadableRun()
        var index = 0
        func finish(_ run: inout ReadableRun) {
            if run.scalars.count >= Self.shortest { runs.append(run) }
            run = ReadableRun()
        }
        while index < bytes.count {
            let byte = bytes[index]
            let length = UTF8Sequence.length(in: bytes, at: index)
            let isText = length > 1 || (0x20...0x7E).contains(byte) || byte == 0x09 || byte == 0x0A || byte == 0x0D
            if isText {
                run.scalars.append(UTF8Sequence.scalar(in: bytes, at: index, length: length))
                run.places.append(index)
                run.end = index + length
            } else {
                finish(&run)
            }
            index += length
        }
        finish(&run)
        return runs
    }

    /// Stretches of at least eight characters of UTF-16 in either byte order, as far as they are Latin letters.
    static func wide(in bytes: [UInt8]) -> [ReadableRun] {
        guard bytes.contains(0) else { return [] }
        var runs: [ReadableRun] = []
        for (high, low) in [(0, 1), (1, 0)] {
            for phase in 0..<2 {
                var run = ReadableRun()
                var index = phase
                while index + 1 < bytes.count {
                    let value = bytes[index + low]
                    let isText = bytes[index + high] <= 1 && (value >= 0x20 || value == 0x0A || value == 0x0D)
                    if isText, let scalar = Unicode.Scalar(UInt32(bytes[index + high]) << 8 | UInt32(value)) {
                        run.scalars.append(scalar)
                        run.places.append(index)
                        run.end = index + 2
                    } else {
                        if run.scalars.count >= Self.shortest { runs.append(run) }
                        run = ReadableRun()
                    }
                    index += 2
                }
                if run.scalars.count >= Self.shortest { runs.append(run) }
            }
        }
        return runs
    }

    func bytes(of range: Range<Int>) -> Range<Int> {
        let upper = range.upperBound < self.places.count ? self.places[range.upperBound] : self.end
        return self.places[range.lowerBound]..<upper
    }

    /// Whether a place is inside a long run of base64 or hexadecimal signs, or the whole stretch is too short to be
    /// text.
    func isEncoded(_ range: Range<Int>) -> Bool {
        var start = range.lowerBound
        var end = range.upperBound
        while start > 0, range.lowerBound - start < 40, Base64Decoder.value(self.scalars[start - 1]) != nil {
            start -= 1
        }
        while end < self.scalars.count, end - range.upperBound < 40, Base64Decoder.value(self.scalars[end]) != nil {
            end += 1
        }
        return end - start >= range.count + 20 || self.scalars.count < 16 && range.count < 6
    }
}
