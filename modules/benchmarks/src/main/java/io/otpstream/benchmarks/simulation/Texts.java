package io.otpstream.benchmarks.simulation;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Whether an order gets a text, and how long after it was placed. */
interface Texts {

    /** Empty if it gets none; the order is named by its number at the vendor, from 1. */
    Optional<Duration> arrivalOf(int order);

    /** No order gets one by itself. */
    static Texts none() {
        return order -> Optional.empty();
    }

    /**
     * 75 % get one, half of these within 21 s, log-normally distributed with a sigma of 0.45. What becomes of an order
     * depends on the seed and its number only, so that two clients of the same seed meet the same fates.
     */
    static Texts drawn(long seed) {
        long base = new SplittableRandom(seed).nextLong();
        return order -> {
            RandomGenerator random = new SplittableRandom(base + order);
            boolean arrives = random.nextDouble() < 0.75;
            double seconds = 21 * Math.exp(0.45 * random.nextGaussian());
            return arrives ? Optional.of(Duration.ofNanos((long) (seconds * 1e9))) : Optional.empty();
        };
    }
}
