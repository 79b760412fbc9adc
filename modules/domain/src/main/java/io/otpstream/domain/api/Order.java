package io.otpstream.domain.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as an answer describes it.
 *
 * @param orderId opaque; the guide's samples show a string, the published contract a number, here as decimal text
 * @param phoneNumber as the guide's API spells it, of the published contract a plus and digits; null where the answer
 *     doesn't name it (a look need not)
 * @param otpCode the code; null until there is one
 * @param otpMessage the whole text message; null where the API doesn't give it
 * @param chargedIdr what the API says that it charged, whole rupiah; null where the answer doesn't say
 * @param expiresAt when the vendor ends the order and refunds it; null where the answer doesn't say
 * @param smsRevision how many texts have come; null where the answer doesn't say, which in the guide's dialect it never
 *     does
 * @param cancelAvailableAt the API takes no cancel before that; null where it doesn't say
 */
public record Order(
        String orderId,
        @Nullable String phoneNumber,
        OrderStatus status,
        @Nullable String otpCode,
        @Nullable String otpMessage,
        @Nullable Long chargedIdr,
        @Nullable Instant expiresAt,
        @Nullable Integer smsRevision,
        @Nullable Instant cancelAvailableAt) {

    /** An order as the guide describes one. */
    public Order(
            String orderId,
            @Nullable String phoneNumber,
            OrderStatus status,
            @Nullable String otpCode,
            @Nullable String otpMessage,
            @Nullable Long chargedIdr,
            @Nullable Instant expiresAt) {
        this(orderId, phoneNumber, status, otpCode, otpMessage, chargedIdr, expiresAt, null, null);
    }

    /** Leaves out the code, the message and the number, which are secrets. */
    @Override
    public String toString() {
        return "Order[orderId=" + orderId + ", status=" + status + ", expiresAt=" + expiresAt + "]";
    }
}
