package io.otpstream.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event in the life of an order. The record's key is the request id.
 *
 * @param type what happened
 * @param requestId the request that the order was placed for
 * @param attempt which order of the request, counted from 1
 * @param orderId the vendor's id, opaque; null while there is no order that is known
 * @param phoneNumber the rented number in the API's spelling, a secret; null where there is none or it no longer matters
 * @param countryId the vendor's id of the country
 * @param platformId the vendor's id of the platform
 * @param priceIdr what the order costs, or would have cost, whole rupiah; null where it isn't known
 * @param currency always {@link Money#IDR}
 * @param priceFrom where the price comes from; null together with it
 * @param expiresAt when the vendor ends the order and refunds it; null where the API doesn't say
 * @param at when this happened
 * @param placedAt when the order was placed; null while there is no order that is known
 * @param textRequestedAt when the requester said that the text was triggered only then; null if nothing was said
 * @param codeAbsentAt the last look before that found no code: when it was answered; null if no look did
 * @param seenAt when the code was seen; null unless it was
 * @param reason why the order was cancelled; null unless it was
 * @param errorCode the API's error code; null where no error led to the event
 * @param tenant as in the request
 * @param labels as in the request
 * @param announcesText as in the request
 */
public record OrderEvent(
        OrderEventType type,
        String requestId,
        int attempt,
        @Nullable String orderId,
        @Nullable String phoneNumber,
        int countryId,
        int platformId,
        @Nullable Long priceIdr,
        String currency,
        @Nullable PriceSource priceFrom,
        @Nullable Instant expiresAt,
        Instant at,
        @Nullable Instant placedAt,
        @Nullable Instant textRequestedAt,
        @Nullable Instant codeAbsentAt,
        @Nullable Instant seenAt,
        @Nullable CancelReason reason,
        @Nullable String errorCode,
        @Nullable String tenant,
        List<String> labels,
        boolean announcesText) {

    /** Keeps its own copy of the labels. */
    public OrderEvent {
        labels = List.copyOf(labels);
    }

    /** Starts an event with what every event has; everything else is null, and the labels are empty, until set. */
    public static OrderEventBuilder of(
            OrderEventType type, String requestId, int attempt, int countryId, int platformId, Instant at) {
        return new OrderEventBuilder(type, requestId, attempt, countryId, platformId, at);
    }

    /** Leaves out the number, which is a secret. */
    @Override
    public String toString() {
        return "OrderEvent[type=" + type + ", requestId=" + requestId + ", attempt=" + attempt + ", orderId=" + orderId
                + ", countryId=" + countryId + ", platformId=" + platformId + ", priceIdr=" + priceIdr + ", at=" + at
                + ", reason=" + reason + ", errorCode=" + errorCode + "]";
    }
}
