package io.otpstream.domain.api;

/**
 * How a call ended.
 *
 * @param <T> what a successful answer holds
 */
public sealed interface ApiResult<T> {

    /** The API did what was asked. */
    record Success<T>(T value) implements ApiResult<T> {}

    /** The API did not, or nobody knows. */
    record Failure<T>(ApiError error) implements ApiResult<T> {}
}
