package io.otpstream.smscode;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Waits for results, and takes them apart. */
final class Results {

    private Results() {}

    static <T> ApiResult<T> await(CompletionStage<ApiResult<T>> stage) {
        // Generous: only a result that never comes gets this far.
        return stage.toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
    }

    static <T> T value(ApiResult<T> result) {
        if (result instanceof ApiResult.Success<T>(T value)) {
            return value;
        }
        throw new AssertionError("expected a success, not " + result);
    }

    static ApiError error(ApiResult<?> result) {
        if (result instanceof ApiResult.Failure<?>(ApiError error)) {
            return error;
        }
        throw new AssertionError("expected a failure, not " + result);
    }

    static <E extends ApiError> E error(ApiResult<?> result, Class<E> type) {
        ApiError error = error(result);
        assertThat(error).isInstanceOf(type);
        return type.cast(error);
    }
}
