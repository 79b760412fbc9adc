package io.otpstream.smscode;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** What both dialects do with a request: send it once, and say how it ended. Thread-safe. */
final class Calls implements AutoCloseable {

    /** What the {@code data} of one call's answer means. */
    @FunctionalInterface
    interface Reader<T> {
        T read(JsonNode data) throws UnreadableAnswerException;
    }

    /** Megabytes of JSON take a while to read, and the transport's threads have permits to use meanwhile. */
    private static final Executor READERS =
            task -> Thread.ofVirtual().name("otpstream-smscode-read").start(task);

    private final Transport transport;
    private final ApiErrors errors;

    /** @param transport closed with this */
    Calls(Transport transport, ApiErrors errors) {
        this.transport = transport;
        this.errors = errors;
    }

    /** A call whose answer is a 2xx with data in an envelope, or a failure. */
    <T> CompletionStage<ApiResult<T>> make(ApiRequest request, Reader<T> reader) {
        return send(request, answer -> answered(answer, reader));
    }

    /** A call whose answers have rules of their own. */
    <T> CompletionStage<ApiResult<T>> send(ApiRequest request, Function<Exchange.Answered, ApiResult<T>> whenAnswered) {
        CompletionStage<Exchange> ended = transport.send(request);
        return request.hasLongAnswer()
                ? ended.thenApplyAsync(exchange -> understand(exchange, whenAnswered), READERS)
                : ended.thenApply(exchange -> understand(exchange, whenAnswered));
    }

    private static <T> ApiResult<T> understand(
            Exchange exchange, Function<Exchange.Answered, ApiResult<T>> whenAnswered) {
        return switch (exchange) {
            case Exchange.Answered answer -> whenAnswered.apply(answer);
            case Exchange.NotSent(String detail) -> new ApiResult.Failure<>(new ApiError.NotSent(detail));
            case Exchange.NoAnswer(String detail) -> new ApiResult.Failure<>(new ApiError.NoAnswer(detail));
        };
    }

    private <T> ApiResult<T> answered(Exchange.Answered answer, Reader<T> reader) {
        return switch (Envelope.of(answer.body(), answer.token())) {
            case Envelope.Refusal refusal -> refused(answer, refusal);
            case Envelope.Data(JsonNode data) when answer.isSuccess() -> read(answer, data, reader);
            case Envelope.None none when answer.isSuccess() -> unreadable(answer, none.why());
            case Envelope.Data data -> failedByStatus(answer);
            case Envelope.None none -> failedByStatus(answer);
        };
    }

    private static <T> ApiResult<T> read(Exchange.Answered answer, JsonNode data, Reader<T> reader) {
        try {
            return new ApiResult.Success<>(reader.read(data));
        } catch (UnreadableAnswerException e) {
            return unreadable(answer, e.detail());
        }
    }

    /** An envelope that says no. */
    <T> ApiResult<T> refused(Exchange.Answered answer, Envelope.Refusal refusal) {
        return new ApiResult.Failure<>(errors.refused(answer, refusal));
    }

    /** An answer other than 2xx, and no envelope that says why. */
    <T> ApiResult<T> failedByStatus(Exchange.Answered answer) {
        return new ApiResult.Failure<>(errors.withoutEnvelope(answer));
    }

    static <T> ApiResult<T> unreadable(Exchange.Answered answer, String detail) {
        return new ApiResult.Failure<>(new ApiError.Unreadable(answer.status(), detail));
    }

    @Override
    public void close() {
        transport.close();
    }
}
