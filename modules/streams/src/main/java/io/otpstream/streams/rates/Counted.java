package io.otpstream.streams.rates;

/**
 * A row in which orders are counted. What was added can be taken out again. Immutable.
 *
 * @param <R> the row itself
 */
interface Counted<R> {

    R plus(OrderFact fact);

    /** Without a fact that is in. */
    R minus(OrderFact fact);
}
