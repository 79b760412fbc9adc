package io.otpstream.benchmarks.budget;

/**
 * What the vendor has seen up to a moment.
 *
 * @param requests all that came in, refused ones included
 * @param looks requests for the state of orders that were let in
 * @param rateLimited requests that were answered with 429
 * @param creates that took effect, however many orders they placed
 * @param orders that were placed
 * @param finishes that were let in
 */
public record ApiCounts(long requests, long looks, long rateLimited, long creates, long orders, long finishes) {

    ApiCounts since(ApiCounts earlier) {
        return new ApiCounts(
                requests - earlier.requests,
                looks - earlier.looks,
                rateLimited - earlier.rateLimited,
                creates - earlier.creates,
                orders - earlier.orders,
                finishes - earlier.finishes);
    }
}
