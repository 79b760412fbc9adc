package io.otpstream.benchmarks.budget;

/**
 * What one client came to.
 *
 * @param verifications that came to their end: a code, or the knowledge that there is none
 * @param codes how many of these brought one
 * @param requestsPerVerification of every kind, refused ones included
 * @param looksPerVerification requests for the state of orders that were let in
 * @param meanCodeAgeSeconds from the text's arrival at the vendor until the code can be used
 * @param p95CodeAgeSeconds the age that 95 % of the codes did not exceed
 * @param rateLimited requests that were answered with 429
 * @param ordersPerCreate how many numbers were bought at a time, on average
 * @param finishesPerCode how many of the orders that brought a code were finished
 */
public record Figures(
        long verifications,
        long codes,
        double verificationsPerMinute,
        double requestsPerVerification,
        double looksPerVerification,
        double meanCodeAgeSeconds,
        double p95CodeAgeSeconds,
        long rateLimited,
        double ordersPerCreate,
        double finishesPerCode) {}
