package io.otpstream.smscode;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Permit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import org.apache.hc.client5.http.utils.DateUtils;

/**
 * Asks the other side what time it is: servers put it into the header {@code Date} of any answer (RFC 9110), a refusal
 * too, in whole seconds.
 */
public final class ServerClock implements AutoCloseable {

    private final Transport transport;

    ServerClock(Transport transport) {
        this.transport = transport;
    }

    /** A clock with threads and connections of its own, until it is closed. */
    public static ServerClock create(ClientSettings settings, TokenSource tokens) {
        return new ServerClock(new HttpTransport(settings, tokens, InstantSource.system()));
    }

    /**
     * Asks once, with one request for the balance.
     *
     * @return the beginning of the second in which the answer was written, or why that isn't known; never completes
     *     exceptionally
     */
    public CompletionStage<ApiResult<Instant>> ask(Permit permit) {
        return transport.send(ApiRequest.get("/balance", permit)).thenApply(ServerClock::date);
    }

    private static ApiResult<Instant> date(Exchange exchange) {
        return switch (exchange) {
            case Exchange.Answered answer -> date(answer);
            case Exchange.NotSent(String detail) -> new ApiResult.Failure<>(new ApiError.NotSent(detail));
            case Exchange.NoAnswer(String detail) -> new ApiResult.Failure<>(new ApiError.NoAnswer(detail));
        };
    }

    private static ApiResult<Instant> date(Exchange.Answered answer) {
        Instant date = DateUtils.parseStandardDate(answer.headers().getOrDefault("date", ""));
        return date == null ? Calls.unreadable(answer, "no Date in it") : new ApiResult.Success<>(date);
    }

    /** A question of which something may have left ends as {@link ApiError.NoAnswer}. */
    @Override
    public void close() {
        transport.close();
    }
}
