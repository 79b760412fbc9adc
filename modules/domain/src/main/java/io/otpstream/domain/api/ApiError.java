package io.otpstream.domain.api;

import java.time.Duration;
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

    /** {@code PRODUCT_UNAVAILABLE}: no number in stock. The guide says: next country. */
    record ProductUnavailable() implements ApiError {
        @Override
        public String code() {
            return "PRODUCT_UNAVAILABLE";
        }
    }

    /** {@code ORDER_NOT_FOUND}: the API doesn't know the order. */
    record OrderNotFound() implements ApiError {
        @Override
        public String code() {
            return "ORDER_NOT_FOUND";
        }
    }

    /** {@code INVALID_PARAMETERS}: the API refuses the request as it is; repeating it is pointless. */
    record InvalidParameters(String message) implements ApiError {
        @Override
        public String code() {
            return "INVALID_PARAMETERS";
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
     */
    record ServerFailure(int status) implements ApiError {
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
