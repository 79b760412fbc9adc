package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;

/** When a token's requests came: those of the last hour, and no more of them than fit. */
final class ArrivalLog {

    static final Duration KEPT = Duration.ofHours(1);

    /** Over an hour of 1,600 requests a minute; a vendor without a limit has to end somewhere. */
    static final int MOST = 100_000;

    private final ArrayDeque<Duration> arrivals = new ArrayDeque<>();

    /** @param now no earlier than any before */
    void note(Duration now) {
        arrivals.addLast(now);
        while (arrivals.size() > MOST || arrivals.getFirst().plus(KEPT).compareTo(now) < 0) {
            arrivals.removeFirst();
        }
    }

    /** In the order in which they came. */
    List<Duration> arrivals() {
        return List.copyOf(arrivals);
    }
}
