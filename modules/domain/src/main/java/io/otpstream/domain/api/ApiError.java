package io.otpstream.domain.api;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a call did not succeed. The error code of the envelope decides, then the HTTP status.
 *
 * <p>No variant carries a token, a code, a phone number or an unabridged body: messages end up in logs and events.
 */
public sealed interface ApiError {

    /** The name under which this error appears on topics and in logs: the API's own code where it has one. */
    String code();

    /** {@code INSUFFICIENT_BALANCE}: the account can't pay for the order. The guide says: stop. */
    record InsufficientBalance() implements ApiError {
        @Override
        public String code() {
            return "INSUFFICIENT_BALANCE";
        }
    }

    /**
     * No number in stock. The guide says: next country.
     *
     * @param code {@code PRODUCT_UNAVAILABLE} of the guide, {@code NO_OFFER_AVAILABLE} of the published contract
     */
    record ProductUnavailable(String code) implements ApiError {

        /** In the guide's words. */
        public ProductUnavailable() {
            this("PRODUCT_UNAVAILABLE");
        }
    }

    /**
     * The API doesn't know the order, or what else was named.
     *
     * @param code {@code ORDER_NOT_FOUND} of the guide, {@code NOT_FOUND} of the published contract
     */
    record OrderNotFound(String code) implements ApiError {

        /** In the guide's words. */
        public OrderNotFound() {
            this("ORDER_NOT_FOUND");
        }
    }

    /**
     * The API refuses the request as it is; repeating it is pointless.
     *
     * @param code {@code INVALID_PARAMETERS} of the guide, {@code VALIDATION_ERROR} of the published contract
     * @param message the API's own, abridged
     */
    record InvalidParameters(String code, String message) implements ApiError {

        /** In the guide's words. */
        public InvalidParameters(String message) {
            this("INVALID_PARAMETERS", message);
        }
    }

    /** {@code CONFLICT}: how the order stands doesn't allow what was asked; a look tells how it stands. */
    record Conflict() implements ApiError {
        @Override
        public String code() {
            return "CONFLICT";
        }
    }

    /**
     * {@code CANCEL_TOO_EARLY}: the provider's least time is not over.
     *
     * @param retryAfter how long to wait, as far as the answer says so; null where it doesn't
     */
    record CancelTooEarly(@Nullable Duration retryAfter) implements ApiError {
        @Override
        public String code() {
            return "CANCEL_TOO_EARLY";
        }
    }

    /**
     * {@code PROVIDER_ERROR}: the provider behind the API would not. Nothing has changed, and a repeat is safe.
     *
     * @param cause as in {@code details}, such as {@code no_numbers}; null where the answer names none
     */
    record ProviderError(@Nullable String cause) implements ApiError {
        @Override
        public String code() {
            return "PROVIDER_ERROR";
        }
    }

    /** {@code REQUEST_IN_PROGRESS}: the first create with this key is still being dealt with; ask again shortly. */
    record RequestInProgress() implements ApiError {
        @Override
        public String code() {
            return "REQUEST_IN_PROGRESS";
        }
    }

    /** {@code IDEMPOTENCY_KEY_REUSED}: a create with this key and another body came before. */
    record KeyReused() implements ApiError {
        @Override
        public String code() {
            return "IDEMPOTENCY_KEY_REUSED";
        }
    }

    /**
     * {@code TEMP_BANNED_ABUSE_GUARD}: too many orders have failed; no order is placed for a while. All other calls go
     * on.
     *
     * @param until when the ban ends; null where the answer doesn't say
     * @param tier the API's word for how hard it is; null where the answer doesn't say
     * @param retryAfter how long the ban lasts, by header or details; null where the answer doesn't say
     */
    record TemporarilyBanned(
            @Nullable Instant until,
            @Nullable String tier,
            @Nullable Duration retryAfter) implements ApiError {
        @Override
        public String code() {
            return "TEMP_BANNED_ABUSE_GUARD";
        }
    }

    /** The create bought fewer numbers than were asked for, and this one is not among them. No effect. */
    record NotBought() implements ApiError {
        @Override
        public String code() {
            return "NOT_BOUGHT";
        }
    }

    /**
     * {@code RATE_LIMIT_EXCEEDED} or any other 429.
     *
     * @param retryAfter from the {@code Retry-After} header, in seconds or as a date; null when it was absent or
     *     unreadable
     */
    record RateLimited(@Nullable Duration retryAfter) implements ApiError {
        @Override
        public String code() {
            return "RATE_LIMIT_EXCEEDED";
        }
    }

    /** 401: the token is missing, wrong or expired. */
    record Unauthorized() implements ApiError {
        @Override
        public String code() {
            return "UNAUTHORIZED";
        }
    }

    /** 403: the token lacks a permission. */
    record Forbidden() implements ApiError {
        @Override
        public String code() {
            return "FORBIDDEN";
        }
    }

    /**
     * A refusal that the guide doesn't list: another 4xx, whatever its body.
     *
     * @param status HTTP status, 400–499
     * @param apiCode the envelope's error code; null where there was no readable envelope
     * @param message the envelope's message, abridged; empty where there was none
     */
    record OtherRejection(int status, @Nullable String apiCode, String message) implements ApiError {
        @Override
        public String code() {
            return apiCode != null ? apiCode : "HTTP_" + status;
        }
    }

    /**
     * A 5xx. After a create it can't be known whether an order exists.
     *
     * @param status HTTP status, 500–599
     * @param retryAfter from the header {@code Retry-After}; null where there was none
     */
    record ServerFailure(int status, @Nullable Duration retryAfter) implements ApiError {

        /** Without a word about when to come back. */
        public ServerFailure(int status) {
            this(status, null);
        }

        @Override
        public String code() {
            return "HTTP_" + status;
        }
    }

    /**
     * An answer arrived, but not one that the contract describes: not JSON, truncated, a field missing, a redirect. The
     * call may have taken effect.
     *
     * @param status HTTP status
     * @param detail what was wrong, without quoting the body
     */
    record Unreadable(int status, String detail) implements ApiError {
        @Override
        public String code() {
            return "UNREADABLE_ANSWER";
        }
    }

    /** The request went out and no answer came back in time, or the connection broke. It may have taken effect. */
    record NoAnswer(String detail) implements ApiError {
        @Override
        public String code() {
            return "NO_ANSWER";
        }
    }

    /** Not a byte of the request left: no connection, or its promised permit was not used in time. No effect. */
    record NotSent(String detail) implements ApiError {
        @Override
        public String code() {
            return "NOT_SENT";
        }
    }
}
