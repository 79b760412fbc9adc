package io.otpstream.streams.replies;

import io.otpstream.domain.api.ApiError;
import io.otpstream.streams.replies.Reply.ErrorKind;
import io.otpstream.streams.replies.Reply.ErrorRow;
import java.time.Duration;
import org.apache.kafka.common.errors.SerializationException;

/** Errors to rows and back. */
final class ErrorMapper {

    private ErrorMapper() {}

    static ErrorRow toRow(ApiError error) {
        return switch (error) {
            case ApiError.InsufficientBalance e -> ErrorRow.of(ErrorKind.INSUFFICIENT_BALANCE);
            case ApiError.ProductUnavailable e -> ErrorRow.of(ErrorKind.PRODUCT_UNAVAILABLE);
            case ApiError.OrderNotFound e -> ErrorRow.of(ErrorKind.ORDER_NOT_FOUND);
            case ApiError.InvalidParameters e -> ErrorRow.of(ErrorKind.INVALID_PARAMETERS, e.message());
            case ApiError.RateLimited e ->
                new ErrorRow(
                        ErrorKind.RATE_LIMITED,
                        null,
                        null,
                        null,
                        e.retryAfter() == null ? null : e.retryAfter().toMillis());
            case ApiError.Unauthorized e -> ErrorRow.of(ErrorKind.UNAUTHORIZED);
            case ApiError.Forbidden e -> ErrorRow.of(ErrorKind.FORBIDDEN);
            case ApiError.OtherRejection e ->
                new ErrorRow(ErrorKind.OTHER_REJECTION, e.status(), e.apiCode(), e.message(), null);
            case ApiError.ServerFailure e -> new ErrorRow(ErrorKind.SERVER_FAILURE, e.status(), null, null, null);
            case ApiError.Unreadable e -> new ErrorRow(ErrorKind.UNREADABLE, e.status(), null, e.detail(), null);
            case ApiError.NoAnswer e -> ErrorRow.of(ErrorKind.NO_ANSWER, e.detail());
            case ApiError.NotSent e -> ErrorRow.of(ErrorKind.NOT_SENT, e.detail());
        };
    }

    static ApiError toError(ErrorRow row) {
        return switch (row.kind()) {
            case INSUFFICIENT_BALANCE -> new ApiError.InsufficientBalance();
            case PRODUCT_UNAVAILABLE -> new ApiError.ProductUnavailable();
            case ORDER_NOT_FOUND -> new ApiError.OrderNotFound();
            case INVALID_PARAMETERS -> new ApiError.InvalidParameters(text(row));
            case RATE_LIMITED ->
                new ApiError.RateLimited(row.retryAfterMs() == null ? null : Duration.ofMillis(row.retryAfterMs()));
            case UNAUTHORIZED -> new ApiError.Unauthorized();
            case FORBIDDEN -> new ApiError.Forbidden();
            case OTHER_REJECTION -> new ApiError.OtherRejection(status(row), row.apiCode(), text(row));
            case SERVER_FAILURE -> new ApiError.ServerFailure(status(row));
            case UNREADABLE -> new ApiError.Unreadable(status(row), text(row));
            case NO_ANSWER -> new ApiError.NoAnswer(text(row));
            case NOT_SENT -> new ApiError.NotSent(text(row));
        };
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
