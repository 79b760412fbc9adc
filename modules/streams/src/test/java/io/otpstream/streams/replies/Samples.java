package io.otpstream.streams.replies;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.lifecycle.Effect.SendCancel;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import io.otpstream.domain.lifecycle.Effect.SendLook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Calls and errors to make replies of. */
final class Samples {

    static final Instant SENT_AT = Instant.parse("2026-01-01T00:00:01.5Z");
    static final SendCreate CREATE = new SendCreate(2, 5, 6, 1, 3_500, Instant.parse("2026-01-01T00:00:02Z"));
    static final SendLook LOOK = new SendLook(2, 6, "o1");
    static final SendCancel CANCEL = new SendCancel(2, 7, "o1");

    /** Every variant; those with optional components more than once. */
    static final List<ApiError> ERRORS = List.of(
            new ApiError.InsufficientBalance(),
            new ApiError.ProductUnavailable(),
            new ApiError.OrderNotFound(),
            new ApiError.InvalidParameters("country_id is unknown"),
            new ApiError.ProductUnavailable("NO_OFFER_AVAILABLE"),
            new ApiError.OrderNotFound("NOT_FOUND"),
            new ApiError.InvalidParameters("VALIDATION_ERROR", "quantity"),
            new ApiError.Conflict(),
            new ApiError.CancelTooEarly(null),
            new ApiError.CancelTooEarly(Duration.ofSeconds(30)),
            new ApiError.ProviderError(null),
            new ApiError.ProviderError("no_numbers"),
            new ApiError.RequestInProgress(),
            new ApiError.KeyReused(),
            new ApiError.TemporarilyBanned(null, null, null),
            new ApiError.TemporarilyBanned(Instant.parse("2026-01-01T04:00:00Z"), "HARD", Duration.ofSeconds(14_400)),
            new ApiError.NotBought(),
            new ApiError.RateLimited(null),
            new ApiError.RateLimited(Duration.ofMillis(1_500)),
            new ApiError.Unauthorized(),
            new ApiError.Forbidden(),
            new ApiError.OtherRejection(418, null, ""),
            new ApiError.OtherRejection(409, "TOO_YOUNG", "wait 120 s"),
            new ApiError.ServerFailure(503),
            new ApiError.ServerFailure(503, Duration.ofSeconds(3)),
            new ApiError.Unreadable(302, "not JSON"),
            new ApiError.NoAnswer("timed out"),
            new ApiError.NotSent("no permit"));

    private Samples() {}
}
