// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// How well a law of departure hides which referral a bulletin came from, by simulation.
///
/// The observer of the confidentiality notes, C4: knows the day of every referral at the origin and the law, sees the day
/// of departure, and weighs each referral by how likely the law gives it that day. Referrals are a Poisson process; all
/// times are whole days. Seeded: the same numbers give the same answer.
package struct TimingSimulation: Sendable {
    /// What the observer learns on average.
    package struct Outcome: Hashable, Sendable {
        /// Probability that the observer's first guess is right.
        package let topOne: Double
        /// Effective number of referrals among which the right one hides: 1 over the sum of squared probabilities, which
        /// is their number when all are as likely; the mean over all trials.
        package let effectiveSet: Double
        /// Days from referral to departure that half of all releases need at most.
        package let medianDays: Int
        /// The same for nine in ten.
        package let ninthDecileDays: Int
    }

    /// Days of a month, on average.
    package static let daysPerMonth = 30.436_875

    package let ratePerMonth: Double
    package let trials: Int
    package let seed: UInt64

    /// - Parameters:
    ///   - ratePerMonth: referrals at the origin, more than 0.
    ///   - trials: bulletins observed.
    ///   - seed: of the generator.
    package init(ratePerMonth: Double, trials: Int = 4_000, seed: UInt64 = 1) {
        precondition(ratePerMonth > 0 && trials > 0, "a rate and a number of trials")
        self.ratePerMonth = ratePerMonth
        self.trials = trials
        self.seed = seed
    }

    /// Runs the trials.
    ///
    /// - Parameter possibleDays: the days of departure that the law gives a referral of a day, each as likely; for the
    ///   desk's own law ``DepartureSchedule/possibleDays(referralDay:isUrgent:)``.
    /// - Returns: means over all trials.
    package func run(possibleDays: @escaping (Int) -> [Int]) -> Outcome {
        var generator = TimingGenerator(state: self.seed)
        var laws = LawTable(possibleDays: possibleDays)
        let day = TimingGenerator.PoissonLaw(mean: self.ratePerMonth / Self.daysPerMonth)
        var (topOne, effective) = (0.0, 0.0)
        var delays: [Int] = []
        for _ in 0..<self.trials {
            // Any day of a leap cycle, so that months of all lengths take part.
            let referral = 20_000 + generator.below(1_461)
            let options = laws.days(of: referral)
            let departure = options[generator.below(options.count)]
            delays.append(departure - referral)
            var weights = [laws.likelihood(of: departure, given: referral)]
            // The longest delay of any day bounds who else can have left on this one.
            for other in (departure - laws.longestDelay(around: referral))...departure {
                let likelihood = laws.likelihood(of: departure, given: other)
                guard likelihood > 0 else { continue }
                weights += Array(repeating: likelihood, count: generator.poisson(day))
            }
            let sum = weights.reduce(0, +)
            topOne += (weights.max() ?? 0) / sum
            effective += sum * sum / weights.reduce(0) { $0 + $1 * $1 }
        }
        delays.sort()
        return Outcome(
            topOne: topOne / Double(self.trials),
            effectiveSet: effective / Double(self.trials),
            medianDays: delays[delays.count / 2],
            ninthDecileDays: delays[delays.count * 9 / 10]
        )
    }

    /// The law's answers, asked once for each day.
    private struct LawTable {
        let possibleDays: (Int) -> [Int]
        private var known: [Int: [Int]] = [:]

        init(possibleDays: @escaping (Int) -> [Int]) { self.possibleDays = possibleDays }

        mutating func days(of referral: Int) -> [Int] {
            if let days = self.known[referral] { return days }
            let days = self.possibleDays(referral)
            self.known[referral] = days
            return days
        }

        mutating func likelihood(of departure: Int, given referral: Int) -> Double {
            let days = self.days(of: referral)
            return Double(days.count { $0 == departure }) / Double(max(1, days.count))
        }

        /// Two months more than this referral's own: a boundary may lie up to a month later for another day.
        mutating func longestDelay(around referral: Int) -> Int {
            (self.days(of: referral).max() ?? referral) - referral + 62
        }
    }
}

/// SplitMix64 with the two draws that the simulation needs.
private struct TimingGenerator: RandomNumberGenerator {
    /// A Poisson law by its mean and the probability of nothing.
    struct PoissonLaw {
        let mean: Double
        let nothing: Double

        init(mean: Double) {
            self.mean = mean
            // e to the minus mean by halving and squaring: the module stays without a library of mathematics.
            var (sum, term) = (1.0, 1.0)
            let small = mean / 1_024
            for step in 1...8 {
                term *= -small / Double(step)
                sum += term
            }
            for _ in 0..<10 { sum *= sum }
            self.nothing = sum
        }
    }

    var state: UInt64

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = self.state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &self) }

    /// Knuth's multiplication of uniform numbers; fit for the small means of one day.
    mutating func poisson(_ law: PoissonLaw) -> Int {
        var (count, product) = (-1, 1.0)
        repeat {
            product *= Double.random(in: 0..<1, using: &self)
            count += 1
        } while product > law.nothing
        return count
    }
}
