// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

extension IdentifyingDetails {
    /// The plaintext that is sealed under the key of the case.
    ///
    /// - Returns: tagged fields; to be sealed at once.
    package func encoded() -> SecretText {
        var bytes: [UInt8] = []
        func append(_ tag: Tag, _ text: String) {
            SealedFields.append(tag: tag.rawValue, text.utf8, to: &bytes)
        }
        func append(_ tag: Tag, _ text: FreeText?) {
            text?.withText { text in append(tag, text) }
        }
        func append(_ tag: Tag, _ identifier: Identifier?) {
            identifier?.withText { text in append(tag, text) }
        }
        append(.title, self.title)
        if let vessel = self.vessel {
            append(.vessel, "")
            append(.vesselName, vessel.name)
            append(.vesselIMO, vessel.imo)
            append(.vesselOperator, vessel.operatorName)
            append(.vesselVoyage, vessel.voyage)
            append(.vesselCallSign, vessel.callSign)
            append(.vesselMMSI, vessel.mmsi)
        }
        append(.containerNumber, self.containerNumber)
        for seal in self.seals { append(.seal, seal) }
        append(.billOfLading, self.billOfLading)
        append(.goodsDescription, self.goodsDescription)
        if let day = self.referralReceived { append(.referralReceived, day.text) }
        return SecretText(copying: bytes)
    }

    /// Reads what ``encoded()`` wrote.
    ///
    /// - Parameter encoded: bytes from inside an intact seal.
    /// - Throws: ``SealedFieldsError``.
    package init(encoded: borrowing SecretText) throws(SealedFieldsError) {
        var texts: [Tag: [String]] = [:]
        try encoded.withUTF8 { (bytes: Span<UInt8>) throws(SealedFieldsError) in
            try SealedFields.forEach(in: bytes) { (tag: UInt8, range: Range<Int>) throws(SealedFieldsError) in
                guard let tag = Tag(rawValue: tag) else { throw .unknownTag(tag, offset: range.lowerBound) }
                texts[tag, default: []].append(try SealedFields.text(bytes, range))
            }
        }
        func freeText(_ tag: Tag) -> FreeText? { texts[tag]?.first.map { FreeText($0) } }
        func identifier(_ tag: Tag) -> Identifier? { texts[tag]?.first.map { Identifier($0) } }
        var received: CalendarDay?
        if let text = texts[.referralReceived]?.first {
            guard let day = CalendarDay(text: text) else { throw .notADay(offset: 0) }
            received = day
        }
        let vessel = Vessel(
            name: freeText(.vesselName),
            imo: identifier(.vesselIMO),
            operatorName: freeText(.vesselOperator),
            voyage: identifier(.vesselVoyage),
            callSign: identifier(.vesselCallSign),
            mmsi: identifier(.vesselMMSI)
        )
        self.init(
            title: freeText(.title),
            vessel: texts[.vessel] == nil ? nil : vessel,
            containerNumber: identifier(.containerNumber),
            seals: (texts[.seal] ?? []).map { Identifier($0) },
            billOfLading: identifier(.billOfLading),
            goodsDescription: freeText(.goodsDescription),
            referralReceived: received
        )
    }

    /// Tags inside the seal; never renumbered, because old seals keep them.
    private enum Tag: UInt8 {
        case title = 1
        case vessel = 2
        case vesselName = 3
        case vesselIMO = 4
        case vesselOperator = 5
        case vesselVoyage = 6
        case vesselCallSign = 7
        case vesselMMSI = 8
        case containerNumber = 9
        case seal = 10
        case billOfLading = 11
        case goodsDescription = 12
        case referralReceived = 13
    }
}
