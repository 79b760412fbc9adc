package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.List;

/**
 * How events are sent. All durations are model time. The published contract says that they are retried with backoff,
 * unordered, and switched off after ten failures in a row; the other figures are ours.
 *
 * @param retryDelays the waits before the second, third, … attempt; after the last one an event is given up
 * @param timeout how long a receiver may take; at least 2 s of real time are granted
 * @param failuresUntilDisabled so many failed attempts in a row switch the webhook off
 * @param duplicates share of the events that are sent twice, 0 to 1
 * @param shuffle an event sets out so much later at most, so that events overtake each other
 */
public record WebhookRules(
        List<Duration> retryDelays, Duration timeout, int failuresUntilDisabled, double duplicates, Duration shuffle) {

    /** @throws IllegalArgumentException naming the component that is out of range */
    public WebhookRules {
        retryDelays = List.copyOf(retryDelays);
        if (retryDelays.stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("retryDelays: expected zero or more each");
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("timeout: expected more than zero");
        }
        if (failuresUntilDisabled < 1) {
            throw new IllegalArgumentException("failuresUntilDisabled: expected at least 1");
        }
        if (!(duplicates >= 0 && duplicates <= 1)) {
            throw new IllegalArgumentException("duplicates: expected 0 to 1");
        }
        if (shuffle.isNegative()) {
            throw new IllegalArgumentException("shuffle: expected zero or more");
        }
    }

    /** At once and once if the receiver answers; five retries over some eight minutes if it doesn't. */
    public static WebhookRules ordinary() {
        return new WebhookRules(
                List.of(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(45),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(5)),
                Duration.ofSeconds(10),
                10,
                0,
                Duration.ZERO);
    }

    /** The same with other waits between attempts. */
    public WebhookRules withRetryDelays(List<Duration> other) {
        return new WebhookRules(other, timeout, failuresUntilDisabled, duplicates, shuffle);
    }

    /** The same with more or fewer events sent twice, and more or less out of order. */
    public WebhookRules withMischief(double otherDuplicates, Duration otherShuffle) {
        return new WebhookRules(retryDelays, timeout, failuresUntilDisabled, otherDuplicates, otherShuffle);
    }
}
