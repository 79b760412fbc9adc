package io.otpstream.domain.purchase;

import java.time.Duration;

/**
 * The durations that the decider works with, in real time.
 *
 * @param firstBackoff pause after the first unclear answer; doubles up to {@code longestBackoff}
 * @param whileInProgress pause after the API said that it is still dealing with the first sending
 * @param giveUpAfter from the decision on: then it is not sent any more. The contract doesn't say how long the API
 *     remembers a key, and a key that it has forgotten would buy once more
 */
public record PurchaseRules(
        Duration firstBackoff, Duration longestBackoff, Duration whileInProgress, Duration giveUpAfter) {

    /** The guide's pauses, and ten minutes. */
    public static PurchaseRules ordinary() {
        return new PurchaseRules(
                Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofMinutes(10));
    }

    /** The same rules in a world that runs {@code factor} times as fast. */
    public PurchaseRules atSpeed(double factor) {
        return new PurchaseRules(
                shorten(firstBackoff, factor),
                shorten(longestBackoff, factor),
                shorten(whileInProgress, factor),
                shorten(giveUpAfter, factor));
    }

    /** 1, 2, 4, 8, 16, 30 s. */
    Duration backoff(int sendings) {
        Duration pause = firstBackoff;
        for (int i = 1; i < sendings && pause.compareTo(longestBackoff) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longestBackoff) > 0 ? longestBackoff : pause;
    }

    private static Duration shorten(Duration duration, double factor) {
        return Duration.ofNanos((long) (duration.toNanos() / factor));
    }
}
