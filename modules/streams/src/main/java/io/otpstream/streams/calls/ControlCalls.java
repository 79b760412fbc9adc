package io.otpstream.streams.calls;

import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.SmsCodeApi;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Calls that no order waits for but that others depend on: catalogue and balance. They go first. */
interface ControlCalls {

    /** Makes the call as soon as there is a permit. The stage never completes exceptionally. */
    <T> CompletionStage<ApiResult<T>> control(Function<SmsCodeApi, CompletionStage<ApiResult<T>>> call);
}
