package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;

/** So many cancels within 24 h. The published contract names a daily cap, but neither its size nor when a day begins. */
final class CancelCap {

    private static final Duration DAY = Duration.ofHours(24);

    private final Optional<Integer> limit;
    private final ArrayDeque<Duration> latest = new ArrayDeque<>();

    CancelCap(Optional<Integer> limit) {
        this.limit = limit;
    }

    /** How long until another cancel is allowed; empty when it is now. */
    Optional<Duration> waitFor(Duration now) {
        while (!latest.isEmpty() && latest.getFirst().plus(DAY).compareTo(now) <= 0) {
            latest.removeFirst();
        }
        return limit.filter(most -> latest.size() >= most)
                .map(most ->
                        latest.isEmpty() ? DAY : latest.getFirst().plus(DAY).minus(now));
    }

    void note(Duration now) {
        limit.ifPresent(most -> latest.addLast(now));
    }
}
