// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The ship of a case, in words and numbers that identify it.
///
/// Where the referrer serves on board or works for the operator, every field here leads to a group of twenty people.
package struct Vessel: Hashable, Sendable {
    package let name: FreeText?
    /// IMO ship number, seven digits with a valid check digit.
    package let imo: Identifier?
    package let operatorName: FreeText?
    package let voyage: Identifier?
    package let callSign: Identifier?
    /// Maritime Mobile Service Identity, nine digits.
    package let mmsi: Identifier?

    package init(
        name: FreeText?,
        imo: Identifier?,
        operatorName: FreeText?,
        voyage: Identifier?,
        callSign: Identifier?,
        mmsi: Identifier?
    ) {
        self.name = name
        self.imo = imo
        self.operatorName = operatorName
        self.voyage = voyage
        self.callSign = callSign
        self.mmsi = mmsi
    }
}
