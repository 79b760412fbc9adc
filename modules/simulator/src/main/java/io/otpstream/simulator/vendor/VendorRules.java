package io.otpstream.simulator.vendor;

import java.time.Duration;

/**
 * What a vendor is like. All durations are model time.
 *
 * @param dialect which contract it keeps
 * @param seed decides every chance: the same seed and the same calls give the same arrivals and codes
 * @param arrival when codes come
 * @param orderLifetime after which an order without a code expires and is refunded
 * @param startBalanceIdr whole rupiah on the account at the start
 * @param requestsPerMinute how many requests of one token any sliding minute may hold
 * @param latency how long an answer takes on average, after the call has taken effect; half of it to one and a half
 * @param priceChanges how far prices move away from the ordinary ones, as a share of them, 0 to 1; 0 for prices that stay
 * @param outage what goes wrong from the start, until somebody changes it
 * @param published what only the published contract has
 */
public record VendorRules(
        Dialect dialect,
        long seed,
        ArrivalCurve arrival,
        Duration orderLifetime,
        long startBalanceIdr,
        int requestsPerMinute,
        Duration latency,
        double priceChanges,
        Outage outage,
        PublishedRules published) {

    /** Its first orders get codes: who tries one request should not have to learn about success rates first. */
    private static final long FRIENDLY_SEED = 3;

    /** @throws IllegalArgumentException naming the component that is out of range */
    public VendorRules {
        if (orderLifetime.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("orderLifetime: expected at least 1 s");
        }
        if (startBalanceIdr < 0) {
            throw new IllegalArgumentException("startBalanceIdr: expected zero or more");
        }
        if (requestsPerMinute < 1) {
            throw new IllegalArgumentException("requestsPerMinute: expected at least 1");
        }
        if (latency.isNegative()) {
            throw new IllegalArgumentException("latency: expected zero or more");
        }
        if (!(priceChanges >= 0 && priceChanges <= 1)) {
            throw new IllegalArgumentException("priceChanges: expected 0 to 1");
        }
    }

    /** The guide's figures: orders of 20 min, 300 requests a minute; with ten million rupiah on the account. */
    public static VendorRules ordinary() {
        return new VendorRules(
                Dialect.GUIDE,
                FRIENDLY_SEED,
                ArrivalCurve.ordinary(),
                Duration.ofMinutes(20),
                10_000_000,
                300,
                Duration.ZERO,
                0,
                Outage.none(),
                PublishedRules.ordinary());
    }

    /** The same with other chances. */
    public VendorRules withSeed(long other) {
        return new VendorRules(
                dialect,
                other,
                arrival,
                orderLifetime,
                startBalanceIdr,
                requestsPerMinute,
                latency,
                priceChanges,
                outage,
                published);
    }

    /** The same with codes that come sooner, later, more or less often. */
    public VendorRules withArrival(ArrivalCurve other) {
        return new VendorRules(
                dialect,
                seed,
                other,
                orderLifetime,
                startBalanceIdr,
                requestsPerMinute,
                latency,
                priceChanges,
                outage,
                published);
    }

    /** The same with orders that live longer or shorter, in model time. */
    public VendorRules withOrderLifetime(Duration other) {
        return new VendorRules(
                dialect,
                seed,
                arrival,
                other,
                startBalanceIdr,
                requestsPerMinute,
                latency,
                priceChanges,
                outage,
                published);
    }

    /** The same with another amount on the account, in whole rupiah. */
    public VendorRules withStartBalanceIdr(long other) {
        return new VendorRules(
                dialect,
                seed,
                arrival,
                orderLifetime,
                other,
                requestsPerMinute,
                latency,
                priceChanges,
                outage,
                published);
    }

    /** The same with another rate limit per token and minute of model time. */
    public VendorRules withRequestsPerMinute(int other) {
        return new VendorRules(
                dialect,
                seed,
                arrival,
                orderLifetime,
                startBalanceIdr,
                other,
                latency,
                priceChanges,
                outage,
                published);
    }

    /** The same with answers that take longer or shorter, in model time. */
    public VendorRules withLatency(Duration other) {
        return new VendorRules(
                dialect,
                seed,
                arrival,
                orderLifetime,
                startBalanceIdr,
                requestsPerMinute,
                other,
                priceChanges,
                outage,
                published);
    }

    /** The same with prices that move by up to this share of the ordinary ones. */
    public VendorRules withPriceChanges(double other) {
        return new VendorRules(
                dialect,
                seed,
                arrival,
                orderLifetime,
                startBalanceIdr,
                requestsPerMinute,
                latency,
                other,
                outage,
                published);
    }

    /** The same with faults from the start. */
    public VendorRules withOutage(Outage other) {
        return new VendorRules(
                dialect,
                seed,
                arrival,
                orderLifetime,
                startBalanceIdr,
                requestsPerMinute,
                latency,
                priceChanges,
                other,
                published);
    }

    /** The same with another contract. */
    public VendorRules withDialect(Dialect other) {
        return new VendorRules(
                other,
                seed,
                arrival,
                orderLifetime,
                startBalanceIdr,
                requestsPerMinute,
                latency,
                priceChanges,
                outage,
                published);
    }

    /** The same with other rules of the published contract. */
    public VendorRules withPublished(PublishedRules other) {
        return new VendorRules(
                dialect,
                seed,
                arrival,
                orderLifetime,
                startBalanceIdr,
                requestsPerMinute,
                latency,
                priceChanges,
                outage,
                other);
    }
}
