package io.otpstream.client;

import io.otpstream.contract.OtpResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A code that was texted to a rented number.
 *
 * @param requestId the request
 * @param code the one-time code, a secret
 * @param message the whole text message, a secret; null where the API doesn't give it
 * @param number what it was texted to
 * @param priceIdr what the order cost, whole rupiah; further codes of the same order cost nothing more
 * @param seenAt when otpstream saw the code, by its clock
 * @param traceparent the W3C trace context that came with the record; null if none did
 */
public record ReceivedCode(
        String requestId,
        String code,
        @Nullable String message,
        RentedNumber number,
        long priceIdr,
        Instant seenAt,
        @Nullable String traceparent) {

    static ReceivedCode of(OtpResult result, @Nullable String traceparent) {
        return new ReceivedCode(
                result.requestId(),
                result.code(),
                result.message(),
                RentedNumber.of(result, traceparent),
                result.priceIdr(),
                result.seenAt(),
                traceparent);
    }

    /** Leaves out the code and the message, which are secrets. */
    @Override
    public String toString() {
        return "ReceivedCode[requestId=" + requestId + ", number=" + number + ", priceIdr=" + priceIdr + ", seenAt="
                + seenAt + "]";
    }
}
