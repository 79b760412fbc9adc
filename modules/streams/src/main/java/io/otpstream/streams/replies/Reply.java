package io.otpstream.streams.replies;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of a record on {@code otpstream.replies}: the answer to one call, or a marker. A record of its own, so that
 * the domain's types may change while replies of an older version are still to be read.
 *
 * @param version of this format
 * @param attempt of the call; 0 for a marker, and for a purchase
 * @param call number of the call within its request; 0 for a marker, a purchase, and an order that was seen
 * @param at when the create left, or when a look or a cancel was answered; for a call that never left, when that was
 *     known; null for a marker
 * @param create what was asked; only for a create
 * @param orderId which order was looked at or cancelled
 * @param order what a successful create or look says
 * @param error why the call failed; null if it didn't
 * @param resent what a successful resend says
 * @param marker names the marker
 * @param purchase what was bought and for whom; only for a purchase
 */
public record Reply(
        int version,
        Kind kind,
        int attempt,
        int call,
        @Nullable Instant at,
        @Nullable CreateRow create,
        @Nullable String orderId,
        @Nullable OrderRow order,
        @Nullable ErrorRow error,
        @Nullable Boolean resent,
        @Nullable String marker,
        @Nullable PurchaseRow purchase) {

    static final int VERSION = 1;

    /** A reply that is about no purchase. */
    public Reply(
            int version,
            Kind kind,
            int attempt,
            int call,
            @Nullable Instant at,
            @Nullable CreateRow create,
            @Nullable String orderId,
            @Nullable OrderRow order,
            @Nullable ErrorRow error,
            @Nullable Boolean resent,
            @Nullable String marker) {
        this(version, kind, attempt, call, at, create, orderId, order, error, resent, marker, null);
    }

    /** The answer to one sending of a purchase. */
    static Reply ofPurchase(PurchaseRow purchase, @Nullable ErrorRow error, Instant sentAt) {
        return new Reply(VERSION, Kind.PURCHASE, 0, 0, sentAt, null, null, null, error, null, null, purchase);
    }

    /** The same with an error in place of what a successful call says. */
    Reply failed(ErrorRow failure) {
        return new Reply(
                version,
                kind,
                attempt,
                call,
                at,
                create,
                orderId,
                null,
                failure,
                null,
                marker,
                purchase == null ? null : purchase.withoutOrders());
    }

    /** What is answered. */
    public enum Kind {
        CREATE,
        /** One create for several requests; the record's key is the purchase's. */
        PURCHASE,
        LOOK,
        CANCEL,
        FINISH,
        RESEND,
        /** An order that was seen without being looked at by itself. */
        SEEN,
        /** Says that everything written to the partition before it has been read. */
        MARKER
    }

    /** The create that is answered. */
    public record CreateRow(
            int countryId,
            int platformId,
            long priceIdr,
            Instant sendBy,
            @Nullable WishRow wish) {}

    /**
     * A purchase, and what it brought.
     *
     * @param orders null where it failed
     * @param failedCount null where it failed
     */
    public record PurchaseRow(
            String key,
            WishRow wish,
            List<MemberRow> members,
            @Nullable List<OrderRow> orders,
            @Nullable Integer failedCount) {

        PurchaseRow withoutOrders() {
            return new PurchaseRow(key, wish, members, null, null);
        }
    }

    /** A request that waits for one of a purchase's orders, and the create that it has decided. */
    public record MemberRow(
            String requestId, int attempt, int call, int countryId, int platformId, long priceIdr, Instant sendBy) {}

    /** What a create of the published contract asked for. */
    public record WishRow(
            int catalogProductId,
            @Nullable Long maxPriceIdr,
            String routing,
            @Nullable Integer operatorId) {}

    /** An order as the API described it. */
    public record OrderRow(
            String orderId,
            @Nullable String phoneNumber,
            String status,
            @Nullable String otpCode,
            @Nullable String otpMessage,
            @Nullable Long chargedIdr,
            @Nullable Instant expiresAt,
            @Nullable Integer smsRevision,
            @Nullable Instant cancelAvailableAt) {

        /** Leaves out the number, the code and the message. */
        @Override
        public String toString() {
            return "OrderRow[orderId=" + orderId + ", status=" + status + "]";
        }
    }

    /** An error; which components are set depends on the kind. */
    public record ErrorRow(
            ErrorKind kind,
            @Nullable Integer status,
            @Nullable String apiCode,
            @Nullable String message,
            @Nullable Long retryAfterMs,
            @Nullable Instant until) {

        static ErrorRow of(ErrorKind kind) {
            return new ErrorRow(kind, null, null, null, null, null);
        }

        static ErrorRow of(ErrorKind kind, String message) {
            return named(kind, null, message);
        }

        static ErrorRow named(ErrorKind kind, @Nullable String apiCode, @Nullable String message) {
            return new ErrorRow(kind, null, apiCode, message, null, null);
        }

        static ErrorRow later(ErrorKind kind, @Nullable Integer status, @Nullable Duration retryAfter) {
            return new ErrorRow(kind, status, null, null, retryAfter == null ? null : retryAfter.toMillis(), null);
        }
    }

    /** One constant per variant of the domain's error. */
    public enum ErrorKind {
        INSUFFICIENT_BALANCE,
        PRODUCT_UNAVAILABLE,
        ORDER_NOT_FOUND,
        INVALID_PARAMETERS,
        CONFLICT,
        CANCEL_TOO_EARLY,
        PROVIDER_ERROR,
        REQUEST_IN_PROGRESS,
        KEY_REUSED,
        TEMPORARILY_BANNED,
        NOT_BOUGHT,
        RATE_LIMITED,
        UNAUTHORIZED,
        FORBIDDEN,
        OTHER_REJECTION,
        SERVER_FAILURE,
        UNREADABLE,
        NO_ANSWER,
        NOT_SENT
    }
}
