package io.otpstream.benchmarks.choice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** When requests come: at random, at noon nineteen times as many as at midnight. */
final class DailyLoad {

    private static final double SWING = 0.9;
    private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();

    private DailyLoad() {}

    /** So many instants after the beginning, which is at midnight, in their order. */
    static List<Duration> times(long seed, int requests, Duration length) {
        RandomGenerator random = new SplittableRandom(~seed);
        List<Duration> times = new ArrayList<>();
        while (times.size() < requests) {
            double seconds = random.nextDouble() * length.toSeconds();
            double share = (1 - SWING * Math.cos(2 * Math.PI * seconds / DAY_SECONDS)) / (1 + SWING);
            if (random.nextDouble() < share) {
                times.add(Duration.ofNanos((long) (seconds * 1e9)));
            }
        }
        times.sort(null);
        return times;
    }
}
