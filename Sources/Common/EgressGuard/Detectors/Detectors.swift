// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// All detectors, in a fixed order.
enum Detectors {
    static let all: [any TextDetector.Type] = [
        MailDetector.self, WebDetector.self, PhoneDetector.self, MaritimeNumberDetector.self, PositionDetector.self,
        LabelledCodeDetector.self, CodeDetector.self, FileNameDetector.self, MetadataDetector.self, NameDetector.self,
        DisguiseDetector.self, StreetDetector.self,
    ]
}
