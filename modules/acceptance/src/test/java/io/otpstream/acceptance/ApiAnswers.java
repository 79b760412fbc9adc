package io.otpstream.acceptance;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import java.util.concurrent.CompletionStage;

/** Waits for answers of the API, and takes them apart. */
final class ApiAnswers {

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
}
