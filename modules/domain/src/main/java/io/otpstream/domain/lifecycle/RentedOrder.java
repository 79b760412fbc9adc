package io.otpstream.domain.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that was placed for a request.
 *
 * @param attempt the attempt that it belongs to
 * @param phoneNumber leading plus and digits
 * @param priceIdr the catalogue's price when it was placed, whole rupiah: the guide's answer names none
 * @param placedAt when the create was sent
 * @param expiresAt null where the API didn't say
 */
public record RentedOrder(
        int attempt,
        String orderId,
        String phoneNumber,
        int countryId,
        long priceIdr,
        Instant placedAt,
        @Nullable Instant expiresAt) {

    /** Leaves out the phone number. */
    @Override
    public String toString() {
        return "RentedOrder[attempt=%d, orderId=%s, countryId=%d, priceIdr=%d, placedAt=%s, expiresAt=%s]"
                .formatted(attempt, orderId, countryId, priceIdr, placedAt, expiresAt);
    }
}
