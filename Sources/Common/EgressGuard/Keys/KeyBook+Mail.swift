// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

extension KeyBook {
    /// E-mail: the whole, the local part, the host's own label and the words it is made of.
    mutating func addEmail(_ value: String) {
        let halves = value.split(separator: "@", omittingEmptySubsequences: true).map(String.init)
        let whole = FoldedText(value)
        self.insert(CanonicalKey(whole.bytes, breaks: whole.breaks, kind: .email, bounds: .anywhere))
        guard halves.count == 2 else { return }
        let local = FoldedText(halves[0])
        if local.count >= 4, !CommonWords.all.contains(local), !MailWords.desks.contains(local) {
            self.insert(
                CanonicalKey(
                    local.bytes,
                    breaks: local.breaks,
                    kind: .email,
                    bounds: local.count >= 9 ? .anywhere : local.count >= 6 ? .soft : .word
                )
            )
        }
        let labels = halves[1].split(separator: ".").map { FoldedText(String($0)) }
        guard labels.count >= 2 else { return }
        let host = labels[labels.count - 2]
        guard !MailWords.providers.contains(host), host.count >= 3 else { return }
        let bounds: CanonicalKey.Bounds = host.count >= 9 ? .anywhere : .soft
        self.insert(CanonicalKey(host.bytes, breaks: host.breaks, kind: .employer, bounds: bounds))
        for word in FoldedText.words(of: String(halves[1]), also: ".-_").dropLast().map({ FoldedText($0) })
        where word.count >= 5 && !TradeWords.isGeneric(word) {
            self.insert(CanonicalKey(word.bytes, kind: .employer, bounds: .soft))
        }
    }
}
