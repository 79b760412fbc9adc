package io.otpstream.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A code of a request. The record's key is the request id.
 *
 * <p>One with {@code followUp} false is the request's final record: a request has exactly one final record, here or as an
 * {@link ExpiryResult}. Those with {@code followUp} true come after it, as many as codes arrive on an order that is held
 * (see {@link VerificationRequest#holdSeconds}); they cost nothing further.
 *
 * @param requestId the request
 * @param code the one-time code, a secret
 * @param message the whole text message, a secret; null where the API doesn't give it
 * @param orderId the vendor's id of the order, opaque
 * @param phoneNumber the number that the code was texted to, in the API's spelling, a secret
 * @param countryId the vendor's id of the country
 * @param platformId the vendor's id of the platform
 * @param priceIdr what the order cost, whole rupiah
 * @param currency always {@link Money#IDR}
 * @param priceFrom where the price comes from
 * @param attempt which order of the request, counted from 1
 * @param requestedAt the timestamp of the request's record
 * @param orderedAt when the order was placed
 * @param seenAt when the code was seen
 * @param tenant as in the request
 * @param labels as in the request
 * @param followUp whether the code came on a held order after the final record
 * @param smsRevision how many texts had come to the number with this one; null where the API doesn't count them
 */
public record OtpResult(
        String requestId,
        String code,
        @Nullable String message,
        String orderId,
        String phoneNumber,
        int countryId,
        int platformId,
        long priceIdr,
        String currency,
        PriceSource priceFrom,
        int attempt,
        Instant requestedAt,
        Instant orderedAt,
        Instant seenAt,
        @Nullable String tenant,
        List<String> labels,
        boolean followUp,
        @Nullable Integer smsRevision) {

    /** Keeps its own copy of the labels. */
    public OtpResult {
        labels = List.copyOf(labels);
    }

    /** Leaves out the code, the message and the number, which are secrets. */
    @Override
    public String toString() {
        return "OtpResult[requestId=" + requestId + ", orderId=" + orderId + ", countryId=" + countryId
                + ", platformId=" + platformId + ", priceIdr=" + priceIdr + ", attempt=" + attempt + ", seenAt="
                + seenAt + ", followUp=" + followUp + "]";
    }
}
