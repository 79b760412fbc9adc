package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.Optional;

/**
 * What a vendor does that keeps the published contract. All durations are model time. What the contract leaves open is
 * marked as such: there the figure is ours.
 *
 * @param cancelAfter how old an order has to be before it can be cancelled; the samples have 120 s
 * @param cancelsPerDay how many orders can be cancelled within 24 h; empty for no limit. The figure is open
 * @param resendCooldown how long after a text, or after the last resend, another can be asked for; open
 * @param resendMedian half of the texts that come after a resend have come after this span; the spread and the share
 *     that comes are those of the first texts; open
 * @param keyRetention how long an idempotency key is known; open
 * @param abuse when customers are banned; empty for never. Thresholds are open
 * @param webhooks how events are sent
 */
public record PublishedRules(
        Duration cancelAfter,
        Optional<Integer> cancelsPerDay,
        Duration resendCooldown,
        Duration resendMedian,
        Duration keyRetention,
        Optional<AbuseRules> abuse,
        WebhookRules webhooks) {

    /** @throws IllegalArgumentException naming the component that is out of range */
    public PublishedRules {
        if (cancelAfter.isNegative()) {
            throw new IllegalArgumentException("cancelAfter: expected zero or more");
        }
        if (cancelsPerDay.isPresent() && cancelsPerDay.get() < 0) {
            throw new IllegalArgumentException("cancelsPerDay: expected zero or more");
        }
        if (resendCooldown.isNegative()) {
            throw new IllegalArgumentException("resendCooldown: expected zero or more");
        }
        if (resendMedian.isNegative()) {
            throw new IllegalArgumentException("resendMedian: expected zero or more");
        }
        if (!keyRetention.isPositive()) {
            throw new IllegalArgumentException("keyRetention: expected more than zero");
        }
    }

    /** A window of 120 s, no limit to cancels, and nobody is banned. */
    public static PublishedRules ordinary() {
        return new PublishedRules(
                Duration.ofSeconds(120),
                Optional.empty(),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                Duration.ofHours(24),
                Optional.empty(),
                WebhookRules.ordinary());
    }

    /** The same with orders that can be cancelled sooner or later. */
    public PublishedRules withCancelAfter(Duration other) {
        return new PublishedRules(other, cancelsPerDay, resendCooldown, resendMedian, keyRetention, abuse, webhooks);
    }

    /** The same with so many cancels within 24 h. */
    public PublishedRules withCancelsPerDay(int other) {
        return new PublishedRules(
                cancelAfter, Optional.of(other), resendCooldown, resendMedian, keyRetention, abuse, webhooks);
    }

    /** The same with another pause before a text can be sent again. */
    public PublishedRules withResendCooldown(Duration other) {
        return new PublishedRules(cancelAfter, cancelsPerDay, other, resendMedian, keyRetention, abuse, webhooks);
    }

    /** The same with keys that are known for longer or shorter. */
    public PublishedRules withKeyRetention(Duration other) {
        return new PublishedRules(cancelAfter, cancelsPerDay, resendCooldown, resendMedian, other, abuse, webhooks);
    }

    /** The same with a guard against customers whose orders fail. */
    public PublishedRules withAbuse(AbuseRules other) {
        return new PublishedRules(
                cancelAfter, cancelsPerDay, resendCooldown, resendMedian, keyRetention, Optional.of(other), webhooks);
    }

    /** The same with events that are sent otherwise. */
    public PublishedRules withWebhooks(WebhookRules other) {
        return new PublishedRules(cancelAfter, cancelsPerDay, resendCooldown, resendMedian, keyRetention, abuse, other);
    }
}
