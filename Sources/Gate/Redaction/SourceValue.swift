// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework

/// The value of one source field before it is made coarser.
enum SourceValue: Hashable, Sendable {
    case term(String)
    case terms([String])
    /// Text that an officer typed for the document, or a name or number of the case.
    case text(String)
    case texts([String])
    case place(Place)
    case route([RouteLeg])
    case finds([Find])
    case day(CalendarDay)
    case flag(Bool)
    case count(Int)
    case number(Double)

    /// A port with the country and the region around it.
    struct Place: Hashable, Sendable {
        let port: String
        let country: String
        let region: String
    }
}
