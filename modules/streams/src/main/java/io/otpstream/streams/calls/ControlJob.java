package io.otpstream.streams.calls;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.SmsCodeApi;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A call that the dispatcher, the catalogue or the watch makes for all. */
record ControlJob<T>(
        ControlCalls.Purpose purpose,
        Function<SmsCodeApi, CompletionStage<ApiResult<T>>> call,
        CompletableFuture<ApiResult<T>> answer,
        Instant since,
        SmsCodeApi api,
        Dispatcher dispatcher)
        implements Job {

    @Override
    public CallKind kind() {
        return purpose.kind();
    }

    @Override
    public Rank rank() {
        return purpose.rank();
    }

    @Override
    public boolean isForAll() {
        return true;
    }

    @Override
    public Instant sendBy() {
        return Instant.MAX;
    }

    @Override
    public void send() {
        dispatcher.answers(call.apply(api), answer::complete);
    }

    @Override
    public void expire() {
        answer.complete(new ApiResult.Failure<>(new ApiError.NotSent("the pipeline is closing")));
    }
}
