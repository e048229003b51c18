// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Builds the layer that a decoder returns, character by character.
struct TextLayerBuilder {
    private var scalars: [Unicode.Scalar] = []
    private var starts: [Int32] = []
    private var ends: [Int32] = []
    private(set) var changed = false
    let source: TextLayer

    init(source: TextLayer) {
        self.source = source
        self.scalars.reserveCapacity(source.count)
        self.starts.reserveCapacity(source.count)
        self.ends.reserveCapacity(source.count)
    }

    var count: Int { self.scalars.count }

    /// Takes over one character of the source as it stands.
    mutating func copy(_ index: Int) {
        self.scalars.append(self.source.scalars[index])
        let original = self.source.original(index..<(index + 1))
        self.starts.append(Int32(original.lowerBound))
        self.ends.append(Int32(original.upperBound))
    }

    /// Puts a decoded character in place of a span of the source.
    mutating func put(_ scalar: Unicode.Scalar, for range: Range<Int>) {
        let original = self.source.original(range)
        self.scalars.append(scalar)
        self.starts.append(Int32(original.lowerBound))
        self.ends.append(Int32(original.upperBound))
        self.changed = true
    }

    /// Leaves a span of the source out.
    mutating func drop() {
        self.changed = true
    }

    /// Puts bytes decoded from equal steps of the source, read as UTF-8 where they are, else as Latin-1.
    ///
    /// - Parameters:
    ///   - bytes: what the escapes stand for.
    ///   - spans: for each byte the span of the source that it came from.
    mutating func put(bytes: [UInt8], spans: [Range<Int>]) {
        var index = 0
        while index < bytes.count {
            let length = UTF8Sequence.length(in: bytes, at: index)
            let span = spans[index].lowerBound..<spans[index + length - 1].upperBound
            self.put(UTF8Sequence.scalar(in: bytes, at: index, length: length), for: span)
            index += length
        }
    }

    func layer(_ name: String) -> TextLayer {
        TextLayer(scalars: self.scalars, starts: self.starts, ends: self.ends, trail: self.source.trail + [name])
    }
}
