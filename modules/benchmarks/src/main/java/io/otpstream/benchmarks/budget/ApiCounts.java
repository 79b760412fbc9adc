package io.otpstream.benchmarks.budget;

/**
 * What the vendor has seen up to a moment.
 *
 * @param requests all that came in, refused ones included
 * @param looks requests for an order's state that were let in
 * @param rateLimited requests that were answered with 429
 */
public record ApiCounts(long requests, long looks, long rateLimited) {

    ApiCounts since(ApiCounts earlier) {
        return new ApiCounts(requests - earlier.requests, looks - earlier.looks, rateLimited - earlier.rateLimited);
    }
}
