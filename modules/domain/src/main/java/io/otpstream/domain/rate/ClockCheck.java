package io.otpstream.domain.rate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;

/**
 * Compares this machine's clock with the brokers', as NTP does: a broker stamps a record between its sending and its
 * acknowledgement. The exchange that took least time says most. Not safe for use by several threads.
 */
public final class ClockCheck {

    private static final int REMEMBERED = 5;

    private final Duration tolerance;
    private final Deque<Exchange> exchanges = new ArrayDeque<>();

    private record Exchange(Duration offset, Duration error) {}

    /** @param tolerance by how much the clocks may differ */
    public ClockCheck(Duration tolerance) {
        this.tolerance = tolerance;
    }

    /**
     * A record was written.
     *
     * @param sentAt by this machine's clock
     * @param stampedAt by the broker's
     * @param acknowledgedAt by this machine's clock
     */
    public void exchanged(Instant sentAt, Instant stampedAt, Instant acknowledgedAt) {
        Duration half = Duration.between(sentAt, acknowledgedAt).dividedBy(2).abs();
        exchanges.addLast(new Exchange(Duration.between(stampedAt, sentAt.plus(half)), half));
        if (exchanges.size() > REMEMBERED) {
            exchanges.removeFirst();
        }
    }

    /** How far this clock is ahead of the brokers'; zero while that is not known. */
    public Duration offset() {
        return exchanges.stream()
                .min(Comparator.comparing(Exchange::error))
                .map(Exchange::offset)
                .orElse(Duration.ZERO);
    }

    /** Whether the clocks certainly differ by more than the tolerance. */
    public boolean isOff() {
        return exchanges.stream()
                .min(Comparator.comparing(Exchange::error))
                .map(best -> best.offset().abs().minus(best.error()).compareTo(tolerance) > 0)
                .orElse(false);
    }
}
