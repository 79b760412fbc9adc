package io.otpstream.benchmarks.simulation;

import io.otpstream.domain.api.Dialect;
import java.time.Duration;

/**
 * What a simulated vendor is like.
 *
 * @param noCancelBefore age of an order before which it can't be cancelled, if there is one
 * @param texts when codes come by themselves
 * @param requestsPerMinute how many requests any sliding minute may hold
 * @param leastInStock how many numbers the catalogue says are left, at least
 * @param dialect that it speaks
 */
record VendorRules(Duration noCancelBefore, Texts texts, int requestsPerMinute, int leastInStock, Dialect dialect) {

    /** As the published contract's samples show it. */
    static final Duration PUBLISHED_CANCEL_WINDOW = Duration.ofMinutes(2);

    /** Takes every request; stock may run out, and numbers get the texts that somebody sends. */
    static VendorRules unlimited(Duration noCancelBefore) {
        return new VendorRules(noCancelBefore, Texts.none(), Integer.MAX_VALUE, 0, Dialect.GUIDE);
    }

    /** The guide's limit is kept strictly, there is always stock, and texts come as the seed says. */
    static VendorRules strict(long seed, int requestsPerMinute) {
        return new VendorRules(Duration.ZERO, Texts.drawn(seed), requestsPerMinute, 1_000, Dialect.GUIDE);
    }

    /** The same in the published dialect. */
    VendorRules published() {
        return new VendorRules(PUBLISHED_CANCEL_WINDOW, texts, requestsPerMinute, leastInStock, Dialect.PUBLISHED);
    }
}
