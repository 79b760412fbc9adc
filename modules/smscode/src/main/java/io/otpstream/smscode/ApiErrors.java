package io.otpstream.smscode;

import io.otpstream.domain.api.ApiError;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a refusal means: its error code decides, and where there is none of those known, the HTTP status. */
final class ApiErrors {

    private final ErrorCodes codes;
    private final InstantSource clock;

    /**
     * The errors of one dialect.
     *
     * @param codes those that it doesn't share with the other
     * @param clock what a {@code Retry-After} date is compared with
     */
    ApiErrors(ErrorCodes codes, InstantSource clock) {
        this.codes = codes;
        this.clock = clock;
    }

    /** An answer whose envelope says no. A code that the dialect knows counts whatever the status, even a 2xx. */
    ApiError refused(Exchange.Answered answer, Envelope.Refusal refusal) {
        String code = refusal.code();
        ApiError known = code == null ? null : known(code.toUpperCase(Locale.ROOT), refusal, answer);
        if (known != null) {
            return known;
        }
        return answer.status() < 300
                ? unreadable(
                        answer, "success is false, with " + (code == null ? "no code" : "the unknown code " + code))
                : byStatus(answer, code, refusal.message());
    }

    private @Nullable ApiError known(String code, Envelope.Refusal refusal, Exchange.Answered answer) {
        return switch (code) {
            case "INSUFFICIENT_BALANCE" -> new ApiError.InsufficientBalance();
            case "RATE_LIMIT_EXCEEDED" -> new ApiError.RateLimited(RetryAfter.of(answer.headers(), clock));
            case "UNAUTHORIZED" -> new ApiError.Unauthorized();
            case "FORBIDDEN" -> new ApiError.Forbidden();
            default -> codes.read(code, refusal, answer);
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
            return new ApiError.ServerFailure(status, RetryAfter.of(answer.headers(), clock));
        }
        return unreadable(
                answer, status >= 300 && status < 400 ? "a redirect, which is not followed" : "a strange status");
    }

    private static ApiError unreadable(Exchange.Answered answer, String detail) {
        return new ApiError.Unreadable(answer.status(), detail);
    }
}
