// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

extension KeyBook {
    /// Person: every word and half, all orders run together, initials with names as user names, short and fond forms.
    mutating func addPerson(_ value: String, isAlias: Bool) {
        let folded = FoldedText(value)
        let kind: GuardKeyKind = isAlias ? .nickname : .personName
        if isAlias, self.addInitialsAlias(value, folded) { return }
        let person = PersonName(value)
        self.persons.append(person)
        self.addWhole(folded, value: value, kind: kind)
        for part in person.parts {
            self.addPart(part, kind: kind)
        }
        self.addOrders(of: person.words, kind: kind)
        self.addUserNames(of: person)
        if !isAlias || person.words.count == 1 {
            for word in person.words.prefix(2) {
                self.addFondForms(of: word)
            }
        }
        self.addParticleForms(value, kind: kind)
    }

    /// An alias that is itself initials ("PRC", "J.A.F.") or holds a post ("2/E Mensah").
    private mutating func addInitialsAlias(_ value: String, _ folded: FoldedText) -> Bool {
        let words = FoldedText.words(of: value)
        guard words.count == 1, folded.count <= 5, Self.isUpper(value), folded.digits.isEmpty else { return false }
        self.persons.append(PersonName(folded.bytes.map { String(UnicodeScalar($0)) }.joined(separator: " ")))
        self.addAcronym(folded.bytes, kind: .nickname)
        return true
    }

    private mutating func addWhole(_ folded: FoldedText, value: String, kind: GuardKeyKind) {
        guard folded.count >= 3 else { return }
        let isCommon = CommonWords.all.contains(folded) || folded.count < 5
        self.insert(
            CanonicalKey(
                folded.bytes,
                breaks: folded.breaks,
                kind: kind,
                bounds: folded.count >= 9 ? .anywhere : folded.count >= 5 ? .soft : .word,
                letterCase: isCommon && Self.startsUpper(value) ? .capitalised : .any,
                isNamePart: true
            )
        )
        // Posts inside an alias stand alone too: the "2/E" of "2/E Mensah".
        for word in FoldedText.words(of: value) where word.unicodeScalars.contains("/") {
            let post = FoldedText(word)
            self.insert(
                CanonicalKey(post.bytes, breaks: post.breaks, kind: .role, bounds: .word, letterCase: .upper)
            )
        }
    }

    private mutating func addPart(_ part: FoldedText, kind: GuardKeyKind) {
        guard part.count >= 3 else { return }
        let isCommon = CommonWords.all.contains(part)
        self.insert(
            CanonicalKey(
                part.bytes,
                breaks: part.breaks,
                kind: kind,
                bounds: part.count >= 10 ? .anywhere : part.count >= 5 && !isCommon ? .soft : .word,
                letterCase: isCommon || part.count <= 4 ? .capitalised : .any,
                isNamePart: true
            )
        )
        // The family: "the Hansens".
        let plural = part.bytes + [0x73]
        guard part.count >= 4, !CommonWords.all.contains(WordHash.of(plural)) else { return }
        self.insert(CanonicalKey(plural, kind: kind, bounds: .word, letterCase: .capitalised, isNamePart: true))
    }

    /// All words in any order, and any two of them, without what separates them.
    private mutating func addOrders(of words: [FoldedText], kind: GuardKeyKind) {
        guard words.count >= 2 else { return }
        for order in Self.orders(of: Array(words.prefix(4))) {
            var bytes: [UInt8] = []
            var breaks: [Int] = []
            for word in order {
                if !bytes.isEmpty { breaks.append(bytes.count) }
                breaks += word.breaks.map { $0 + bytes.count }
                bytes += word.bytes
            }
            guard bytes.count >= 6 else { continue }
            let bounds: CanonicalKey.Bounds = bytes.count >= 9 ? .anywhere : .soft
            self.insert(CanonicalKey(bytes, breaks: breaks, kind: kind, bounds: bounds, isNamePart: true))
        }
    }

    /// Permutations of two words or more.
    private static func orders(of words: [FoldedText]) -> [[FoldedText]] {
        var found: [[FoldedText]] = []
        func extend(_ chosen: [Int]) {
            if chosen.count >= 2 { found.append(chosen.map { words[$0] }) }
            for index in words.indices where !chosen.contains(index) {
                extend(chosen + [index])
            }
        }
        extend([])
        return found
    }

    /// Login forms: initials before or after a word, and its first letters ("wltan", "rosaq", "jfeldkirch").
    private mutating func addUserNames(of person: PersonName) {
        for first in person.words.indices.dropFirst() where person.words.count > 2 {
            let surname = person.words[first...].flatMap(\.bytes)
            for bytes in [[person.words[0].bytes[0]] + surname, surname + [person.words[0].bytes[0]]] {
                self.insert(CanonicalKey(bytes, kind: .username, bounds: bytes.count >= 10 ? .anywhere : .soft))
            }
        }
        let parts = Array((person.words + person.parts).prefix(8))
        for (index, word) in parts.enumerated() where word.count >= 3 {
            var others: [UInt8] = []
            for (other, part) in person.words.prefix(5).enumerated() where other != index && part != word {
                others.append(part.bytes[0])
            }
            for mask in 1..<(1 << min(others.count, 4)) where !others.isEmpty {
                let chosen = others.indices.filter { $0 < 4 && mask & (1 << $0) != 0 }.map { others[$0] }
                for bytes in [chosen + word.bytes, word.bytes + chosen] {
                    let hash = WordHash.of(bytes)
                    guard bytes.count >= 5, !CommonWords.all.contains(hash) else { continue }
                    let bounds: CanonicalKey.Bounds = bytes.count >= 10 ? .anywhere : .soft
                    self.insert(CanonicalKey(bytes, kind: .username, bounds: bounds))
                }
            }
        }
    }

    /// Short and fond forms of a given name: its first letters, with or without an ending of ``FondForms``.
    private mutating func addFondForms(of word: FoldedText) {
        guard word.count >= 4, word.letterCount == word.count else { return }
        let vowels: [UInt8] = Array("aeiouy".utf8)
        var stem = word.bytes
        while let last = stem.last, vowels.contains(last), stem.count > 3 { stem.removeLast() }
        var stems = Set([stem])
        for length in 3...5 where length < word.count { stems.insert(Array(word.bytes.prefix(length))) }
        for bytes in stems.sorted(by: { $0.count < $1.count }) {
            self.insert(
                CanonicalKey(bytes, kind: .nickname, bounds: .fond, letterCase: .capitalised, isNamePart: true)
            )
        }
    }

    /// Names with particles: their own short forms ("vdHeyden", "VD HEYDEN", "Vander Heyden", "delaCruz").
    private mutating func addParticleForms(_ value: String, kind: GuardKeyKind) {
        let words = FoldedText.words(of: value).map { FoldedText($0) }
        var particles: [FoldedText] = []
        for word in words {
            if NameWords.particles.contains(word) {
                particles.append(word)
                continue
            }
            guard !particles.isEmpty, word.count >= 3 else { continue }
            let whole = particles.flatMap(\.bytes)
            let short = particles.compactMap(\.bytes.first)
            let others = words.filter { !NameWords.particles.contains($0) && $0 != word }.compactMap(\.bytes.first)
            for initial in others {
                let halves = [word.bytes] + word.breaks.prefix(1).map { Array(word.bytes.prefix($0)) }
                for bytes in halves.flatMap({ [whole + $0 + [initial], [initial] + whole + $0] }) {
                    self.insert(CanonicalKey(bytes, kind: .username, bounds: bytes.count >= 10 ? .anywhere : .soft))
                }
            }
            for lead in [whole, short] {
                let bytes = lead + word.bytes
                guard bytes.count >= 5, !CommonWords.all.contains(WordHash.of(bytes)) else { continue }
                self.insert(
                    CanonicalKey(
                        bytes,
                        breaks: [lead.count] + word.breaks.map { $0 + lead.count },
                        kind: kind,
                        bounds: bytes.count >= 9 ? .anywhere : .soft,
                        isNamePart: true
                    )
                )
            }
            particles = []
        }
    }

    private static func startsUpper(_ value: String) -> Bool {
        value.unicodeScalars.first?.properties.isUppercase ?? false
    }
}
