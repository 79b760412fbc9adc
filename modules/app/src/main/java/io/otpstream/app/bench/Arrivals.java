package io.otpstream.app.bench;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When requests came to the simulator.
 *
 * @param nowNanos model time when this was asked for
 * @param nanos model time of each, in their order
 */
record Arrivals(long nowNanos, List<Long> nanos) {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    Arrivals {
        nanos = List.copyOf(nanos);
    }

    /** How many came from the one moment on, and before the other. */
    int between(long fromNanos, long toNanos) {
        return Math.toIntExact(nanos.stream()
                .filter(each -> each >= fromNanos && each < toNanos)
                .count());
    }

    /** How many came in each of the minutes that begin there, one after the other. */
    List<Integer> minutes(long fromNanos, int count) {
        return IntStream.range(0, count)
                .mapToObj(minute -> between(fromNanos + minute * MINUTE, fromNanos + (minute + 1) * MINUTE))
                .toList();
    }

    /** The most that any minute holds, wherever it begins: two that are a whole minute apart are not in the same. */
    int largestSlidingMinute() {
        int largest = 0;
        int oldest = 0;
        for (int newest = 0; newest < nanos.size(); newest++) {
            while (nanos.get(newest) - nanos.get(oldest) >= MINUTE) {
                oldest++;
            }
            largest = Math.max(largest, newest - oldest + 1);
        }
        return largest;
    }
}
