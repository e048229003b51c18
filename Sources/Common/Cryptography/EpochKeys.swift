// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The key of the present epoch, under which everything lies that will have to be destroyed one day, and, only while
/// things are moved from one epoch to the next, the one before.
package struct EpochKeys: Hashable, Sendable {
    /// One key with its number.
    package struct Key: Hashable, Sendable {
        /// Counts up from 1.
        package let number: Int
        /// 32 bytes.
        package let secret: SecretBytes
        /// Day on which the epoch began, since 1970-01-01.
        package let firstDay: Int

        package init(number: Int, secret: SecretBytes, firstDay: Int) {
            self.number = number
            self.secret = secret
            self.firstDay = firstDay
        }

        package static func == (left: Key, right: Key) -> Bool {
            left.number == right.number && left.firstDay == right.firstDay && left.secret == right.secret
        }

        package func hash(into hasher: inout Hasher) { hasher.combine(self.number) }
    }

    package let current: Key
    package let former: Key?

    package init(current: Key, former: Key? = nil) {
        precondition(former.map { $0.number < current.number } ?? true, "the former epoch comes before the current one")
        self.current = current
        self.former = former
    }

    /// The key of an epoch; nil when it was destroyed, or never was.
    package subscript(number: Int) -> SecretBytes? {
        if number == self.current.number { return self.current.secret }
        return number == self.former?.number ? self.former?.secret : nil
    }
}
