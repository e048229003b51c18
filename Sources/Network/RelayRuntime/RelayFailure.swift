// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Roster
package import StrictJSON
package import Transport

/// Why a relay's command cannot do its work, in words that say what to do.
package enum RelayFailure: Error, Hashable, Sendable {
    /// The home directory is not there or is no relay's.
    case homeMissing(path: String)
    /// `init` found a relay's files already.
    case homeInUse(path: String)
    /// Another relay runs with this home directory.
    case alreadyRunning(path: String)
    /// No relay runs with this home directory.
    case notRunning(path: String)
    /// A file cannot be read or written.
    case fileNotAccessible(name: String, errno: Int32)
    /// The disk is full.
    case diskFull(name: String)
    /// A file is longer than anything of its kind.
    case fileTooLong(name: String, limit: Int)
    /// A private file can be read by others.
    case fileNotPrivate(name: String)
    /// relay.json is not JSON.
    case configurationNotJSON(JSONParsingError)
    /// A member of relay.json is wrong.
    case configurationMember(pointer: String, rule: String)
    /// tls.key or tls.crt is not what it should be.
    case badIdentity(name: String)
    /// There is no roster yet.
    case rosterMissing
    /// The roster does not verify.
    case rosterRejected(RosterRejection)
    /// The archive cannot be opened; the text says what to do.
    case archive(advice: String, exit: RelayExit)
    /// The transport cannot start.
    case transport(TransportSetupError)
    /// The running relay answered with something else than a status.
    case badAnswer

    /// The exit status of the command.
    package var exit: RelayExit {
        switch self {
        case .homeMissing, .homeInUse, .configurationNotJSON, .configurationMember, .badIdentity,
            .rosterMissing:
            .configuration
        case .alreadyRunning, .notRunning: .unavailable
        case .fileNotAccessible, .fileNotPrivate: .notAllowed
        case .diskFull: .tryAgain
        case .fileTooLong, .rosterRejected, .badAnswer: .badData
        case .archive(_, let exit): exit
        case .transport(let error):
            switch error {
            case .portInUse: .unavailable
            case .notPermitted, .notInRoster: .notAllowed
            case .badAddress, .addressNotAvailable, .unknownHost, .cannotListen, .socketPathTooLong, .unusableIdentity:
                .configuration
            }
        }
    }
}

extension RelayFailure: CustomStringConvertible {
    package var description: String {
        switch self {
        case .homeMissing(let path):
            "\(path) is not a relay's home directory. Make one with: fairlead-relay init --home \(path)"
        case .homeInUse(let path):
            "\(path) holds a relay already; nothing was changed. Choose another directory with --home."
        case .alreadyRunning(let path):
            "another relay runs with \(path). Stop it first, or choose another directory with --home."
        case .notRunning(let path):
            "no relay runs with \(path). Start it with: fairlead-relay serve --home \(path)"
        case .fileNotAccessible(let name, let code):
            "\(name) cannot be read or written (errno \(code)). Check that it and its directory belong to this user."
        case .diskFull(let name):
            "no room left for \(name). Make room and start again; nothing that was accepted is lost."
        case .fileTooLong(let name, let limit):
            "\(name) is longer than \(limit) bytes and cannot be what it should be."
        case .fileNotPrivate(let name):
            "\(name) can be read by other users. Run: chmod 600 \(name)"
        case .configurationNotJSON(let error):
            "relay.json is not JSON: \(error)."
        case .configurationMember(let pointer, let rule):
            "relay.json, \(pointer): \(rule)."
        case .badIdentity(let name):
            "\(name) is damaged or does not belong to the other TLS file. Restore both from one backup."
        case .rosterMissing:
            "there is no roster.bin. Put the roster that the federation's roots signed into the home directory."
        case .rosterRejected(let rejection):
            "the roster does not verify: \(rejection). Get the signed roster from the federation's roots."
        case .archive(let advice, _):
            advice
        case .transport(let error):
            error.description
        case .badAnswer:
            "the running relay gave no status that this program understands. Are both of one version?"
        }
    }
}
