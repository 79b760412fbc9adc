package io.otpstream.benchmarks.simulation;

import java.util.random.RandomGenerator;

/**
 * How often what goes wrong. Drawn from the seed, so that runs differ in kind: most have some of these only.
 *
 * @param disruptions how many times at most an owner crashes, stalls or moves
 * @param crashBeforeCommit share of commits before which the process dies
 * @param crashAfterCommit share of commits after which it dies, before anything that was committed is sent
 * @param stall share of commits after which the process stands still until after its tasks have moved
 * @param move share of commits after which the process is stopped in order
 * @param replyTwice share of replies that are written twice
 * @param replyLate share of replies that come when nobody waits for them any more
 * @param refused share of calls that the API refuses: rate, money, token, stock
 * @param lost share of calls whose answer is lost, unreadable or a 5xx, after they took effect or not
 * @param slow share of calls that take longer than the time-out
 * @param network how long everything else takes
 */
record Faults(
        int disruptions,
        double crashBeforeCommit,
        double crashAfterCommit,
        double stall,
        double move,
        double replyTwice,
        double replyLate,
        double refused,
        double lost,
        double slow,
        Network network) {

    static Faults drawn(RandomGenerator random) {
        return new Faults(
                random.nextInt(7),
                sometimes(random, 0.05),
                sometimes(random, 0.05),
                sometimes(random, 0.03),
                sometimes(random, 0.03),
                sometimes(random, 0.2),
                sometimes(random, 0.15),
                sometimes(random, 0.2),
                sometimes(random, 0.2),
                sometimes(random, 0.05),
                Network.ROUGH);
    }

    /** Nothing goes wrong, and everything takes as long as everything else of its kind. */
    static Faults none() {
        return new Faults(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Network.STEADY);
    }

    private static double sometimes(RandomGenerator random, double most) {
        return random.nextBoolean() ? random.nextDouble() * most : 0;
    }
}
