package io.otpstream.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The final record of a request that got no code. The record's key is the request id.
 *
 * @param requestId the request
 * @param outcome how it ended
 * @param reason a sentence for people
 * @param field for {@link Outcome#REJECTED}: the JSON name of the field at fault; null where no single field is
 * @param attempts what was tried, in order; empty if nothing was
 * @param platformId the vendor's id of the platform; null where the request was too malformed to tell, or
 *     ended before its codes were looked up
 * @param requestedAt the timestamp of the request's record
 * @param settledAt when it ended
 * @param tenant as in the request
 * @param labels as in the request
 */
public record ExpiryResult(
        String requestId,
        Outcome outcome,
        String reason,
        @Nullable String field,
        List<Attempt> attempts,
        @Nullable Integer platformId,
        Instant requestedAt,
        Instant settledAt,
        @Nullable String tenant,
        List<String> labels) {

    /** Keeps its own copies of the lists. */
    public ExpiryResult {
        attempts = List.copyOf(attempts);
        labels = List.copyOf(labels);
    }

    /**
     * One country that was tried, or one order.
     *
     * @param attempt counted from 1; countries that had nothing to order share the number of the attempt they were
     *     tried for
     * @param countryId the vendor's id of the country
     * @param outcome how it ended
     * @param orderId the vendor's id of the order; null where none was placed
     * @param priceIdr the price of the order, or the one that was refused, whole rupiah; null where it isn't known
     * @param errorCode the API's error code; null where no error led to the outcome
     */
    public record Attempt(
            int attempt,
            int countryId,
            AttemptOutcome outcome,
            @Nullable String orderId,
            @Nullable Long priceIdr,
            @Nullable String errorCode) {}
}
