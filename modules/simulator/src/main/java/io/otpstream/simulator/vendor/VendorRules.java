package io.otpstream.simulator.vendor;

import java.time.Duration;

/**
 * What a vendor is like. All durations are model time.
 *
 * @param seed decides every chance: the same seed and the same calls give the same arrivals and codes
 * @param arrival when codes come
 * @param orderLifetime after which an order without a code expires and is refunded
 * @param startBalanceIdr whole rupiah on the account at the start
 * @param requestsPerMinute how many requests of one token any sliding minute may hold
 */
public record VendorRules(
        long seed, ArrivalCurve arrival, Duration orderLifetime, long startBalanceIdr, int requestsPerMinute) {

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
    }

    /** The guide's figures: orders of 20 min, 300 requests a minute; with ten million rupiah on the account. */
    public static VendorRules ordinary() {
        return new VendorRules(FRIENDLY_SEED, ArrivalCurve.ordinary(), Duration.ofMinutes(20), 10_000_000, 300);
    }
}
