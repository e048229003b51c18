// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Casework
package import EgressGuard

/// The keywords that the guard looks for, taken from a referrer's record.
package enum ReferrerKeywords {
    /// Sorts the values of a record into the kinds of the guard.
    ///
    /// The class of stakeholder, the languages, the channel and the wishes give no keywords: they are words that many
    /// people use, and a scan for them would cover a text without protecting anybody.
    ///
    /// - Parameter record: who reported.
    /// - Returns: keywords that hide their values when printed.
    package static func keywords(of record: borrowing ReferrerRecord) -> [GuardKeyword] {
        var profile = ReferrerProfile()
        record.forEach { field, text in
            switch field {
            case .name: profile.name = text
            case .alias: profile.aliases.append(text)
            case .role: profile.role = text
            case .employer: profile.employer = text
            case .employerAlias: profile.employerAliases.append(text)
            case .email: profile.email = text
            case .phone: profile.phone = text
            case .staffNumber: profile.staffNumber = text
            case .vessel: profile.vessel = text
            case .place: profile.place = text
            case .reference: profile.referralReference = text
            case .receivedAt: profile.receivedAt = text
            case .stakeholder, .language, .channel, .wishes, .canary: break
            }
        }
        return profile.keywords
    }
}
