package io.otpstream.streams.replies;

import io.otpstream.domain.api.ApiError;
import io.otpstream.streams.replies.Reply.ErrorKind;
import io.otpstream.streams.replies.Reply.ErrorRow;
import java.time.Duration;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Errors to rows and back. */
final class ErrorMapper {

    private ErrorMapper() {}

    static ErrorRow toRow(ApiError error) {
        return switch (error) {
            case ApiError.InsufficientBalance e -> ErrorRow.of(ErrorKind.INSUFFICIENT_BALANCE);
            case ApiError.ProductUnavailable e -> ErrorRow.named(ErrorKind.PRODUCT_UNAVAILABLE, e.code(), null);
            case ApiError.OrderNotFound e -> ErrorRow.named(ErrorKind.ORDER_NOT_FOUND, e.code(), null);
            case ApiError.InvalidParameters e -> ErrorRow.named(ErrorKind.INVALID_PARAMETERS, e.code(), e.message());
            case ApiError.Conflict e -> ErrorRow.of(ErrorKind.CONFLICT);
            case ApiError.CancelTooEarly e -> ErrorRow.later(ErrorKind.CANCEL_TOO_EARLY, null, e.retryAfter());
            case ApiError.ProviderError e -> ErrorRow.named(ErrorKind.PROVIDER_ERROR, null, e.cause());
            case ApiError.RequestInProgress e -> ErrorRow.of(ErrorKind.REQUEST_IN_PROGRESS);
            case ApiError.KeyReused e -> ErrorRow.of(ErrorKind.KEY_REUSED);
            case ApiError.TemporarilyBanned e ->
                new ErrorRow(ErrorKind.TEMPORARILY_BANNED, null, null, e.tier(), millis(e.retryAfter()), e.until());
            case ApiError.NotBought e -> ErrorRow.of(ErrorKind.NOT_BOUGHT);
            case ApiError.RateLimited e -> ErrorRow.later(ErrorKind.RATE_LIMITED, null, e.retryAfter());
            case ApiError.Unauthorized e -> ErrorRow.of(ErrorKind.UNAUTHORIZED);
            case ApiError.Forbidden e -> ErrorRow.of(ErrorKind.FORBIDDEN);
            case ApiError.OtherRejection e ->
                new ErrorRow(ErrorKind.OTHER_REJECTION, e.status(), e.apiCode(), e.message(), null, null);
            case ApiError.ServerFailure e -> ErrorRow.later(ErrorKind.SERVER_FAILURE, e.status(), e.retryAfter());
            case ApiError.Unreadable e -> new ErrorRow(ErrorKind.UNREADABLE, e.status(), null, e.detail(), null, null);
            case ApiError.NoAnswer e -> ErrorRow.of(ErrorKind.NO_ANSWER, e.detail());
            case ApiError.NotSent e -> ErrorRow.of(ErrorKind.NOT_SENT, e.detail());
        };
    }

    static ApiError toError(ErrorRow row) {
        return switch (row.kind()) {
            case INSUFFICIENT_BALANCE -> new ApiError.InsufficientBalance();
            case PRODUCT_UNAVAILABLE ->
                row.apiCode() == null
                        ? new ApiError.ProductUnavailable()
                        : new ApiError.ProductUnavailable(row.apiCode());
            case ORDER_NOT_FOUND ->
                row.apiCode() == null ? new ApiError.OrderNotFound() : new ApiError.OrderNotFound(row.apiCode());
            case INVALID_PARAMETERS ->
                row.apiCode() == null
                        ? new ApiError.InvalidParameters(text(row))
                        : new ApiError.InvalidParameters(row.apiCode(), text(row));
            case CONFLICT -> new ApiError.Conflict();
            case CANCEL_TOO_EARLY -> new ApiError.CancelTooEarly(retryAfter(row));
            case PROVIDER_ERROR -> new ApiError.ProviderError(row.message());
            case REQUEST_IN_PROGRESS -> new ApiError.RequestInProgress();
            case KEY_REUSED -> new ApiError.KeyReused();
            case TEMPORARILY_BANNED -> new ApiError.TemporarilyBanned(row.until(), row.message(), retryAfter(row));
            case NOT_BOUGHT -> new ApiError.NotBought();
            case RATE_LIMITED -> new ApiError.RateLimited(retryAfter(row));
            case UNAUTHORIZED -> new ApiError.Unauthorized();
            case FORBIDDEN -> new ApiError.Forbidden();
            case OTHER_REJECTION -> new ApiError.OtherRejection(status(row), row.apiCode(), text(row));
            case SERVER_FAILURE -> new ApiError.ServerFailure(status(row), retryAfter(row));
            case UNREADABLE -> new ApiError.Unreadable(status(row), text(row));
            case NO_ANSWER -> new ApiError.NoAnswer(text(row));
            case NOT_SENT -> new ApiError.NotSent(text(row));
        };
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    private static @Nullable Duration retryAfter(ErrorRow row) {
        return row.retryAfterMs() == null ? null : Duration.ofMillis(row.retryAfterMs());
    }

    private static int status(ErrorRow row) {
        if (row.status() == null) {
            throw new SerializationException("its error lacks status");
        }
        return row.status();
    }

    private static String text(ErrorRow row) {
        return row.message() == null ? "" : row.message();
    }
}
