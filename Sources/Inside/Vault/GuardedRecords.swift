// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import EgressGuard

/// The keywords of each live record, ordered by case, and the searches made of them when they are first asked for.
///
/// A change drops the searches, so that many imports in a row build them once; building cannot fail.
struct GuardedRecords {
    struct Record {
        let caseID: CaseID
        let keywords: [GuardKeyword]
        /// Whole values of a canary; empty for a person.
        let canaryValues: [String]

        init(_ caseID: CaseID, _ record: borrowing ReferrerRecord) {
            self.caseID = caseID
            self.keywords = ReferrerKeywords.keywords(of: record)
            var values: [String] = []
            record.forEach { field, text in
                if Self.watched.contains(field) { values.append(text) }
            }
            self.canaryValues = record.withFirst(.canary) { _ in true } == true ? values : []
        }

        private static let watched: Set<ReferrerField> = [.name, .email, .phone, .staffNumber, .reference]
    }

    private static let alarmLimit = 256

    private var records: [Record]
    private var built: EgressGuard?
    private var search: (values: [GuardKeyword], search: CanarySearch)?
    private var canarySearch: CanarySearch?
    private var alarms: Set<[UInt8]> = []

    init(_ records: [Record]) {
        self.records = records
    }

    /// Cases that are nobody's.
    var canaries: [CaseID] { self.records.filter { !$0.canaryValues.isEmpty }.map(\.caseID) }

    mutating func egressGuard() -> EgressGuard {
        if let built = self.built { return built }
        let built = EgressGuard(keys: self.records.flatMap { $0.keywords })
        self.built = built
        return built
    }

    mutating func rules(inEncoded bytes: [UInt8]) -> [String] {
        if self.search == nil {
            let values = self.records.flatMap { $0.keywords }
            self.search = (values, CanarySearch(values: values.map(\.value)))
        }
        guard let (values, search) = self.search else { return [] }
        return Array(Set(search.matches(in: bytes).map { values[$0.valueIndex].kind.rule })).sorted()
    }

    mutating func findsCanary(in bytes: [UInt8]) -> Bool {
        let search = self.canarySearch ?? CanarySearch(values: self.records.flatMap(\.canaryValues))
        self.canarySearch = search
        return !search.matches(in: bytes).isEmpty
    }

    func isFirstAlarm(_ digest: [UInt8]) -> Bool { !self.alarms.contains(digest) }

    mutating func noteAlarm(_ digest: [UInt8]) {
        if self.alarms.count >= Self.alarmLimit { self.alarms.removeAll() }
        self.alarms.insert(digest)
    }

    mutating func remove(_ caseID: CaseID) {
        self.records.removeAll { $0.caseID == caseID }
        self.dropSearches()
    }

    mutating func insert(_ record: Record) {
        self.remove(record.caseID)
        let place = self.records.firstIndex { $0.caseID > record.caseID } ?? self.records.endIndex
        self.records.insert(record, at: place)
    }

    private mutating func dropSearches() {
        self.built = nil
        self.search = nil
        self.canarySearch = nil
    }
}
