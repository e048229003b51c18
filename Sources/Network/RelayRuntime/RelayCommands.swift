// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import StrictJSON
import Transport

/// The commands of `fairlead-relay`, without their command line.
package enum RelayCommands {
    /// Makes a home directory.
    package static func initialise(home: RelayHome, listen: String, json: Bool) -> RelayAnswer {
        do {
            let identity = try RelaySetup.create(home, listen: listen)
            let hash = Hex.encode(identity.subjectPublicKeyInfoHash)
            guard !json else {
                return RelayAnswer(data: Self.text(["schema": "relay-init/1", "endpoint": .string(hash)]))
            }
            return RelayAnswer(
                data: hash,
                talk: "This is the SHA-256 of the relay's public key. Give it to the federation's roots, and put the\n"
                    + "roster that they sign into \(home.roster)."
            )
        } catch {
            return RelayAnswer(error)
        }
    }

    /// Runs a relay until it is told to stop.
    ///
    /// - Parameters:
    ///   - home: set up by ``initialise(home:listen:json:)``.
    ///   - listen: replaces relay.json's address.
    /// - Returns: when it has stopped, or what kept it from starting.
    package static func serve(home: RelayHome, listen: String?) async -> RelayAnswer {
        let address: PeerAddress?
        do {
            address = try listen.map { (text) throws(TransportSetupError) in try PeerAddress(text) }
        } catch {
            return RelayAnswer(talk: "error: \(error)", exit: .usage)
        }
        do {
            try await Relay(home: home, listen: address).run()
            return RelayAnswer()
        } catch {
            return RelayAnswer(error)
        }
    }

    /// Asks the running relay what it knows.
    package static func status(home: RelayHome, json: Bool) -> RelayAnswer {
        do {
            let status = try RelayStatusReader.read(home)
            return RelayAnswer(data: json ? Self.text(status) : StatusText.render(status))
        } catch {
            return RelayAnswer(error)
        }
    }

    /// Says which version this is.
    package static func version(json: Bool) -> RelayAnswer {
        guard json else { return RelayAnswer(data: "fairlead-relay \(Relay.version)") }
        return RelayAnswer(
            data: Self.text(["schema": "version/1", "program": "fairlead-relay", "version": .string(Relay.version)])
        )
    }

    private static func text(_ object: JSONObject) -> String {
        JSONWriter.text(.object(object))
    }
}
