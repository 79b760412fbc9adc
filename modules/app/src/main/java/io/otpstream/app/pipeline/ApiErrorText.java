package io.otpstream.app.pipeline;

import io.otpstream.domain.api.ApiError;

/** What an error of the API means to somebody who sets things up. */
public final class ApiErrorText {

    private ApiErrorText() {}

    /** A part of a sentence, without secrets. */
    public static String explain(ApiError error) {
        return switch (error) {
            case ApiError.Unauthorized e -> "the token is missing, wrong or expired";
            case ApiError.Forbidden e -> "the token lacks the permission for that";
            case ApiError.RateLimited e -> "too many requests with this token just now";
            case ApiError.ServerFailure e -> "the API fails with status " + e.status();
            case ApiError.NoAnswer e -> "no answer: " + e.detail();
            case ApiError.NotSent e -> "not reached: " + e.detail();
            case ApiError.Unreadable e -> "an answer that isn't the API's: " + e.detail();
            case ApiError.InsufficientBalance e -> e.code();
            case ApiError.ProductUnavailable e -> e.code();
            case ApiError.OrderNotFound e -> e.code();
            case ApiError.InvalidParameters e -> e.code();
            case ApiError.Conflict e -> e.code();
            case ApiError.CancelTooEarly e -> e.code();
            case ApiError.ProviderError e -> e.code();
            case ApiError.RequestInProgress e -> e.code();
            case ApiError.KeyReused e -> e.code();
            case ApiError.TemporarilyBanned e -> e.code();
            case ApiError.NotBought e -> e.code();
            case ApiError.OtherRejection e -> e.code();
        };
    }
}
