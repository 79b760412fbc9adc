package io.otpstream.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts an {@link OrderEvent} together by name, as twenty-one positions are easily confused. For one thread. */
public final class OrderEventBuilder {

    private final OrderEventType type;
    private final String requestId;
    private final int attempt;
    private final int countryId;
    private final int platformId;
    private final Instant at;
    private @Nullable String orderId;
    private @Nullable String phoneNumber;
    private @Nullable Long priceIdr;
    private @Nullable PriceSource priceFrom;
    private @Nullable Instant expiresAt;
    private @Nullable Instant placedAt;
    private @Nullable Instant textRequestedAt;
    private @Nullable Instant codeAbsentAt;
    private @Nullable Instant seenAt;
    private @Nullable CancelReason reason;
    private @Nullable String errorCode;
    private @Nullable String tenant;
    private List<String> labels = List.of();
    private boolean announcesText;

    OrderEventBuilder(OrderEventType type, String requestId, int attempt, int countryId, int platformId, Instant at) {
        this.type = type;
        this.requestId = requestId;
        this.attempt = attempt;
        this.countryId = countryId;
        this.platformId = platformId;
        this.at = at;
    }

    /** The vendor's id of the order. */
    public OrderEventBuilder orderId(@Nullable String id) {
        this.orderId = id;
        return this;
    }

    /** The rented number. */
    public OrderEventBuilder phoneNumber(@Nullable String number) {
        this.phoneNumber = number;
        return this;
    }

    /** The price in whole rupiah, and where it comes from. */
    public OrderEventBuilder priceIdr(@Nullable Long idr, @Nullable PriceSource from) {
        this.priceIdr = idr;
        this.priceFrom = from;
        return this;
    }

    /** When the vendor ends the order. */
    public OrderEventBuilder expiresAt(@Nullable Instant instant) {
        this.expiresAt = instant;
        return this;
    }

    /** When the order was placed. */
    public OrderEventBuilder placedAt(@Nullable Instant instant) {
        this.placedAt = instant;
        return this;
    }

    /** When the text was triggered, as the requester said. */
    public OrderEventBuilder textRequestedAt(@Nullable Instant instant) {
        this.textRequestedAt = instant;
        return this;
    }

    /** When the last look before that found no code was answered. */
    public OrderEventBuilder codeAbsentAt(@Nullable Instant instant) {
        this.codeAbsentAt = instant;
        return this;
    }

    /** When the code was seen. */
    public OrderEventBuilder seenAt(@Nullable Instant instant) {
        this.seenAt = instant;
        return this;
    }

    /** Why the order was cancelled. */
    public OrderEventBuilder reason(@Nullable CancelReason why) {
        this.reason = why;
        return this;
    }

    /** The API's error code. */
    public OrderEventBuilder errorCode(@Nullable String code) {
        this.errorCode = code;
        return this;
    }

    /** Whose request it is and what the requester wrote on it. */
    public OrderEventBuilder onBehalfOf(@Nullable String name, List<String> texts) {
        this.tenant = name;
        this.labels = texts;
        return this;
    }

    /** Whether the requester says when a text was requested. */
    public OrderEventBuilder announcesText(boolean says) {
        this.announcesText = says;
        return this;
    }

    /** The event. */
    public OrderEvent build() {
        return new OrderEvent(
                type,
                requestId,
                attempt,
                orderId,
                phoneNumber,
                countryId,
                platformId,
                priceIdr,
                Money.IDR,
                priceFrom,
                expiresAt,
                at,
                placedAt,
                textRequestedAt,
                codeAbsentAt,
                seenAt,
                reason,
                errorCode,
                tenant,
                labels,
                announcesText);
    }
}
