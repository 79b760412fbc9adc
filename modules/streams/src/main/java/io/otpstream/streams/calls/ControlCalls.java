package io.otpstream.streams.calls;

import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.SmsCodeApi;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Calls that no task makes but that others depend on: catalogue, balance, and looks at all orders. */
public interface ControlCalls {

    /** What a call is for, and with that when its turn is. */
    enum Purpose {
        /** Balance or catalogue: goes first. */
        CONTROL(CallKind.CONTROL, Job.Rank.CONTROL),
        /** A look that tells of many orders, or that others wait for: goes first. */
        LOOK_AT_ALL(CallKind.LOOK, Job.Rank.CONTROL),
        /** A look at one order, of which there may be many. */
        LOOK(CallKind.LOOK, Job.Rank.ORDINARY);

        private final CallKind kind;
        private final Job.Rank rank;

        Purpose(CallKind kind, Job.Rank rank) {
            this.kind = kind;
            this.rank = rank;
        }

        CallKind kind() {
            return kind;
        }

        Job.Rank rank() {
            return rank;
        }
    }

    /** Makes the call as soon as there is a permit. The stage never completes exceptionally. */
    <T> CompletionStage<ApiResult<T>> call(Purpose purpose, Function<SmsCodeApi, CompletionStage<ApiResult<T>>> call);

    /** The same of balance or catalogue. */
    default <T> CompletionStage<ApiResult<T>> control(Function<SmsCodeApi, CompletionStage<ApiResult<T>>> call) {
        return call(Purpose.CONTROL, call);
    }

    /** A chore may have something to do sooner than it had. */
    void wake();
}
