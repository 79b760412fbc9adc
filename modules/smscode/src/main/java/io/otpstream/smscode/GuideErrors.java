package io.otpstream.smscode;

import io.otpstream.domain.api.ApiError;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The guide's error codes, and what an HTTP status means where there is none of them. */
final class GuideErrors {

    private final InstantSource clock;

    GuideErrors(InstantSource clock) {
        this.clock = clock;
    }

    /** An answer whose envelope says no. A code that the guide knows counts whatever the status, even a 2xx. */
    ApiError refused(Exchange.Answered answer, Envelope.Refusal refusal) {
        String code = refusal.code();
        ApiError known = code == null ? null : known(code, refusal.message(), answer.headers());
        if (known != null) {
            return known;
        }
        return answer.status() < 300
                ? unreadable(
                        answer, "success is false, with " + (code == null ? "no code" : "the unknown code " + code))
                : byStatus(answer, code, refusal.message());
    }

    private @Nullable ApiError known(String code, String message, Map<String, String> headers) {
        return switch (code.toUpperCase(Locale.ROOT)) {
            case "INSUFFICIENT_BALANCE" -> new ApiError.InsufficientBalance();
            case "PRODUCT_UNAVAILABLE" -> new ApiError.ProductUnavailable();
            case "ORDER_NOT_FOUND" -> new ApiError.OrderNotFound();
            case "INVALID_PARAMETERS" -> new ApiError.InvalidParameters(message);
            case "RATE_LIMIT_EXCEEDED" -> new ApiError.RateLimited(RetryAfter.of(headers, clock));
            case "UNAUTHORIZED" -> new ApiError.Unauthorized();
            case "FORBIDDEN" -> new ApiError.Forbidden();
            default -> null;
        };
    }

    /** An answer other than 2xx without an envelope: a proxy's page, plain text, nothing. */
    ApiError withoutEnvelope(Exchange.Answered answer) {
        return byStatus(answer, null, "");
    }

    private ApiError byStatus(Exchange.Answered answer, @Nullable String code, String message) {
        int status = answer.status();
        if (status == 401) {
            return new ApiError.Unauthorized();
        } else if (status == 403) {
            return new ApiError.Forbidden();
        } else if (status == 429) {
            return new ApiError.RateLimited(RetryAfter.of(answer.headers(), clock));
        } else if (status >= 400 && status < 500) {
            return new ApiError.OtherRejection(status, code, message);
        } else if (status >= 500 && status < 600) {
            return new ApiError.ServerFailure(status);
        }
        return unreadable(
                answer, status >= 300 && status < 400 ? "a redirect, which is not followed" : "a strange status");
    }

    private static ApiError unreadable(Exchange.Answered answer, String detail) {
        return new ApiError.Unreadable(answer.status(), detail);
    }
}
