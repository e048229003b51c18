// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Casework
package import Vocabulary

/// What belongs to a document rather than to its case.
package struct DocumentFacts: Hashable, Sendable {
    package enum Novelty: String, Hashable, Sendable, CaseIterable {
        case new
        case changed
        case known
    }

    /// Language of the texts.
    package var language: Language

    /// Replaces the title that is made of the case's terms.
    package var title: OfficerText?
    package var summary: OfficerText?
    package var lessons: OfficerText?

    /// Incidents that show the method, this one included.
    package var incidentCount: Int

    /// First and last day on which the method was seen; the day of the incident when `nil`.
    package var firstSeen: CalendarDay?
    package var lastSeen: CalendarDay?
    package var novelty: Novelty

    /// The document departs at once, and so carries neither place nor date.
    package var isUrgent: Bool
    package var requestsReply: Bool

    package init(
        language: Language = .en,
        title: OfficerText? = nil,
        summary: OfficerText? = nil,
        lessons: OfficerText? = nil,
        incidentCount: Int = 1,
        firstSeen: CalendarDay? = nil,
        lastSeen: CalendarDay? = nil,
        novelty: Novelty = .known,
        isUrgent: Bool = false,
        requestsReply: Bool = true
    ) {
        self.language = language
        self.title = title
        self.summary = summary
        self.lessons = lessons
        self.incidentCount = incidentCount
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
        self.novelty = novelty
        self.isUrgent = isUrgent
        self.requestsReply = requestsReply
    }
}
