package io.otpstream.domain.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event in the life of an order, as the public event log tells it. Nullable components are null where they don't
 * apply.
 *
 * @param emptyAt when the latest look before that found no code was answered
 * @param request null only for an order that belongs to no request that is still known
 */
public record OrderNews(
        Kind kind,
        int attempt,
        int countryId,
        int platformId,
        @Nullable String orderId,
        @Nullable String phoneNumber,
        @Nullable Long priceIdr,
        @Nullable PriceSource priceFrom,
        @Nullable Instant expiresAt,
        @Nullable Instant placedAt,
        @Nullable Instant textRequestedAt,
        @Nullable Instant emptyAt,
        @Nullable Instant seenAt,
        @Nullable CancelReason reason,
        @Nullable String errorCode,
        @Nullable Request request) {

    /** What happened. */
    public enum Kind {
        PLACED,
        REFUSED,
        IN_DOUBT,
        COMPLETED,
        EXPIRED,
        CANCELLED,
        LATE_CODE,
        ORPHANED,
        /** The API was asked for another text to the same number, and took it. */
        RESENT,
        /** No other text could be asked for; the error code says why. */
        RESEND_REFUSED
    }

    static OrderNews placed(RentedOrder order, Request request) {
        return about(Kind.PLACED, order, request, null, null, null, null, null);
    }

    static OrderNews completed(State.Rented state, Instant seenAt) {
        return about(Kind.COMPLETED, state, seenAt, null, null);
    }

    static OrderNews ended(Kind kind, State.Rented state, @Nullable CancelReason reason, @Nullable String errorCode) {
        return about(kind, state, null, reason, errorCode);
    }

    static OrderNews resend(Kind kind, RentedOrder order, Request request, @Nullable String errorCode) {
        return about(kind, order, request, null, null, null, null, errorCode);
    }

    static OrderNews cleanedUp(Kind kind, Cleanup cleanup, Request request, @Nullable String errorCode) {
        CancelReason reason = kind == Kind.CANCELLED ? cleanup.reason() : null;
        return new OrderNews(
                kind,
                cleanup.attempt(),
                cleanup.countryId(),
                cleanup.platformId(),
                cleanup.orderId(),
                null,
                cleanup.priceIdr(),
                cleanup.priceFrom(),
                null,
                cleanup.placedAt(),
                cleanup.textRequestedAt(),
                null,
                null,
                reason,
                errorCode,
                request);
    }

    /** An attempt that has no order, or none that is known. */
    static OrderNews withoutOrder(
            Kind kind, int attempt, int countryId, @Nullable Long priceIdr, String errorCode, Request request) {
        return new OrderNews(
                kind,
                attempt,
                countryId,
                request.platformId(),
                null,
                null,
                priceIdr,
                priceIdr == null ? null : PriceSource.CATALOG,
                null,
                null,
                null,
                null,
                null,
                null,
                errorCode,
                request);
    }

    static OrderNews orphaned(RentedOrder order, int platformId, @Nullable Request request) {
        return new OrderNews(
                Kind.ORPHANED,
                order.attempt(),
                order.countryId(),
                platformId,
                order.orderId(),
                null,
                order.priceIdr(),
                order.priceFrom(),
                null,
                order.placedAt(),
                null,
                null,
                null,
                CancelReason.ORPHANED,
                null,
                request);
    }

    private static OrderNews about(
            Kind kind,
            State.Rented state,
            @Nullable Instant seenAt,
            @Nullable CancelReason reason,
            @Nullable String errorCode) {
        return about(
                kind,
                state.order(),
                state.history().request(),
                state.textRequestedAt(),
                state.emptyAt(),
                seenAt,
                reason,
                errorCode);
    }

    private static OrderNews about(
            Kind kind,
            RentedOrder order,
            Request request,
            @Nullable Instant textRequestedAt,
            @Nullable Instant emptyAt,
            @Nullable Instant seenAt,
            @Nullable CancelReason reason,
            @Nullable String errorCode) {
        return new OrderNews(
                kind,
                order.attempt(),
                order.countryId(),
                request.platformId(),
                order.orderId(),
                order.phoneNumber(),
                order.priceIdr(),
                order.priceFrom(),
                order.expiresAt(),
                order.placedAt(),
                textRequestedAt,
                emptyAt,
                seenAt,
                reason,
                errorCode,
                request);
    }

    /** Leaves out the phone number. */
    @Override
    public String toString() {
        return "OrderNews[kind=%s, attempt=%d, countryId=%d, orderId=%s, reason=%s, errorCode=%s]"
                .formatted(kind, attempt, countryId, orderId, reason, errorCode);
    }
}
