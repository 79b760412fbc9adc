package io.otpstream.client;

import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OtpResult;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number that was rented for a request.
 *
 * @param requestId the request
 * @param attempt which order of the request, counted from 1
 * @param phoneNumber the number in the API's spelling, a secret; {@link #international} is what a person types
 * @param countryId the vendor's id of the country
 * @param platformId the vendor's id of the platform
 * @param priceIdr what the order costs unless it is refunded, whole rupiah; null where it isn't known
 * @param placedAt when the order was placed, by otpstream's clock
 * @param traceparent the W3C trace context that came with the record; null if none did
 */
public record RentedNumber(
        String requestId,
        int attempt,
        String phoneNumber,
        int countryId,
        int platformId,
        @Nullable Long priceIdr,
        Instant placedAt,
        @Nullable String traceparent) {

    /** @param number of the event, which is null in one without a number */
    static RentedNumber of(OrderEvent placed, String number, @Nullable String traceparent) {
        return new RentedNumber(
                placed.requestId(),
                placed.attempt(),
                number,
                placed.countryId(),
                placed.platformId(),
                placed.priceIdr(),
                Objects.requireNonNullElse(placed.placedAt(), placed.at()),
                traceparent);
    }

    static RentedNumber of(OtpResult result, @Nullable String traceparent) {
        return new RentedNumber(
                result.requestId(),
                result.attempt(),
                result.phoneNumber(),
                result.countryId(),
                result.platformId(),
                result.priceIdr(),
                result.orderedAt(),
                traceparent);
    }

    /** The number with a plus sign before it, as a form on a web page takes it. */
    public String international() {
        return phoneNumber.chars().allMatch(Character::isDigit) ? "+" + phoneNumber : phoneNumber;
    }

    /** Leaves out the number, which is a secret. */
    @Override
    public String toString() {
        return "RentedNumber[requestId=" + requestId + ", attempt=" + attempt + ", countryId=" + countryId
                + ", platformId=" + platformId + ", priceIdr=" + priceIdr + ", placedAt=" + placedAt + "]";
    }
}
