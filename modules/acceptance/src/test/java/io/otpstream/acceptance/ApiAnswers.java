package io.otpstream.acceptance;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.simulator.vendor.Outage;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Waits for answers of the API, and takes them apart. */
final class ApiAnswers {

    /** Long enough for a busy machine; only what never comes takes so long. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private ApiAnswers() {}

    static <T> T value(CompletionStage<ApiResult<T>> answer) {
        ApiResult<T> result = answer.toCompletableFuture().join();
        if (result instanceof ApiResult.Success<T>(T value)) {
            return value;
        }
        throw new AssertionError("expected success, got " + result);
    }

    static <T> ApiError error(CompletionStage<ApiResult<T>> answer) {
        ApiResult<T> result = answer.toCompletableFuture().join();
        if (result instanceof ApiResult.Failure<T>(ApiError error)) {
            return error;
        }
        throw new AssertionError("expected a failure, got " + result);
    }

    /** What a client tells of a create that meets an outage. */
    static Class<? extends ApiError> errorOf(Outage.Kind kind) {
        return switch (kind.symptom()) {
            case HTTP_500, HTTP_502, HTTP_503 -> ApiError.ServerFailure.class;
            case RATE_LIMITED -> ApiError.RateLimited.class;
            case RESET, SILENCE -> ApiError.NoAnswer.class;
            case HTML, PLAIN_TEXT, HALF -> ApiError.Unreadable.class;
            case NONE -> throw new AssertionError("no outage");
        };
    }

    /** The time-out of a client that is to meet an outage: short only where it is what ends the call. */
    static Duration timeout(Outage.Kind kind) {
        return kind.symptom() == Outage.Symptom.SILENCE ? Duration.ofSeconds(2) : PATIENCE;
    }
}
