package io.otpstream.domain.lifecycle;

import io.otpstream.domain.api.Order;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that was placed for a request.
 *
 * @param attempt the attempt that it belongs to
 * @param phoneNumber leading plus and digits
 * @param priceIdr whole rupiah
 * @param priceFrom whether the API said so: the guide's answer names no price
 * @param placedAt when the create was sent
 * @param expiresAt null where the API didn't say
 */
public record RentedOrder(
        int attempt,
        String orderId,
        String phoneNumber,
        int countryId,
        long priceIdr,
        PriceSource priceFrom,
        Instant placedAt,
        @Nullable Instant expiresAt) {

    /**
     * An order as its create was answered.
     *
     * @param number empty where the answer names none
     */
    static RentedOrder answered(int attempt, Order answer, String number, Effect.SendCreate create, Instant sentAt) {
        Long charged = answer.chargedIdr();
        return new RentedOrder(
                attempt,
                answer.orderId(),
                number,
                create.countryId(),
                charged == null ? create.priceIdr() : charged,
                charged == null ? PriceSource.CATALOG : PriceSource.CHARGED,
                sentAt,
                answer.expiresAt());
    }

    /** Leaves out the phone number. */
    @Override
    public String toString() {
        return "RentedOrder[attempt=%d, orderId=%s, countryId=%d, priceIdr=%d, placedAt=%s, expiresAt=%s]"
                .formatted(attempt, orderId, countryId, priceIdr, placedAt, expiresAt);
    }
}
