package io.otpstream.benchmarks.choice;

import java.util.OptionalDouble;

/**
 * What a way to choose came to.
 *
 * @param spentIdr whole rupiah; orders without a code are refunded
 * @param waitSeconds from the placing of the first order to the end of the request, over all requests, those without a
 *     code included
 * @param waitIdrPerMinute what a minute of that is worth
 * @param leftAfterHours from when the favourite went bad until fewer than half of the last 50 orders went there; empty
 *     if that never was
 * @param backAfterHours from its recovery until more than half of the last 50 orders went there again; empty if that
 *     never was, or it had not been left
 */
public record ChoiceFigures(
        long requests,
        long orders,
        long codes,
        long spentIdr,
        double waitSeconds,
        double waitIdrPerMinute,
        OptionalDouble leftAfterHours,
        OptionalDouble backAfterHours) {

    private static final double SECONDS_PER_MINUTE = 60;

    /** 0 to 1. */
    public double codesPerRequest() {
        return (double) codes / requests;
    }

    /** 0 to 1. */
    public double successPerOrder() {
        return (double) codes / orders;
    }

    public double ordersPerCode() {
        return (double) orders / codes;
    }

    public double costPerCodeIdr() {
        return (double) spentIdr / codes;
    }

    public double waitPerCodeSeconds() {
        return waitSeconds / codes;
    }

    /** Money and time of a code, whole requests without one included. */
    public double combinedPerCodeIdr() {
        return costPerCodeIdr() + waitPerCodeSeconds() * waitIdrPerMinute / SECONDS_PER_MINUTE;
    }
}
