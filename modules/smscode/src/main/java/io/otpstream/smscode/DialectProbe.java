package io.otpstream.smscode;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Dialect;
import io.otpstream.domain.api.Permit;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;

/**
 * Finds out which dialect the other side speaks: it asks for {@code /orders/active}. The published contract lists orders
 * there; to the guide's API that is an order with a strange id, which it doesn't know. Neither changes anything.
 */
public final class DialectProbe implements AutoCloseable {

    private final Calls calls;

    DialectProbe(Transport transport, InstantSource clock) {
        this.calls = new Calls(transport, new ApiErrors(ErrorCodes.ofGuide(), clock));
    }

    /** A probe with threads and connections of its own, until it is closed. */
    public static DialectProbe create(ClientSettings settings, TokenSource tokens) {
        InstantSource clock = InstantSource.system();
        return new DialectProbe(new HttpTransport(settings, tokens, clock), clock);
    }

    /**
     * Asks once, with one request.
     *
     * @return the dialect, or why the answer doesn't tell it; never completes exceptionally
     */
    public CompletionStage<ApiResult<Dialect>> ask(Permit permit) {
        return calls.send(ApiRequest.get("/orders/active", permit).withLongAnswer(), this::answered);
    }

    private ApiResult<Dialect> answered(Exchange.Answered answer) {
        return switch (Envelope.of(answer.body(), answer.token())) {
            case Envelope.Data(JsonNode data)
            when answer.isSuccess() && data.isArray() -> new ApiResult.Success<>(Dialect.PUBLISHED);
            case Envelope.Data data when answer.isSuccess() -> Calls.unreadable(answer, "data is not a list of orders");
            case Envelope.None none when answer.isSuccess() -> Calls.unreadable(answer, none.why());
            case Envelope.Refusal refusal -> refused(answer, refusal);
            case Envelope.Data data -> calls.failedByStatus(answer);
            case Envelope.None none -> calls.failedByStatus(answer);
        };
    }

    private ApiResult<Dialect> refused(Exchange.Answered answer, Envelope.Refusal refusal) {
        ApiResult<Dialect> failure = calls.refused(answer, refusal);
        return failure instanceof ApiResult.Failure<Dialect>(ApiError error) && saysThatNoOrderIsCalledThat(error)
                ? new ApiResult.Success<>(Dialect.GUIDE)
                : failure;
    }

    /** By the guide's codes, or by the status of an envelope that has another one. */
    private static boolean saysThatNoOrderIsCalledThat(ApiError error) {
        return error instanceof ApiError.OrderNotFound
                || error instanceof ApiError.InvalidParameters
                || (error instanceof ApiError.OtherRejection rejection
                        && (rejection.status() == 404 || rejection.status() == 405));
    }

    /** A question of which something may have left ends as {@link ApiError.NoAnswer}. */
    @Override
    public void close() {
        calls.close();
    }
}
