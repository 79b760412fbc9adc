package io.otpstream.benchmarks.budget;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Permit;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Calls with the guide's own back-off: after a 429 and a 5xx 1, 2, 4, 8, 16 s, 30 s at most; five times after a 429,
 * unless {@code Retry-After} says how long, and three times after a 5xx or a time-out.
 */
final class GuideCalls {

    private static final int MOST_AFTER_429 = 5;
    private static final int MOST_AFTER_5XX = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Timetable timetable;
    private final Pacing pacing;
    private long sent;

    /** All calls, also of several workers, leave by the same pacing. */
    GuideCalls(Timetable timetable, Pacing pacing) {
        this.timetable = timetable;
        this.pacing = pacing;
    }

    /** Calls until it is answered or the guide gives up; {@code then} gets the last answer, on the timetable's thread. */
    <T> void call(Function<Permit, CompletionStage<ApiResult<T>>> call, Consumer<ApiResult<T>> then) {
        new Attempts<>(call, then).send();
    }

    private final class Attempts<T> {

        private final Function<Permit, CompletionStage<ApiResult<T>>> call;
        private final Consumer<ApiResult<T>> then;
        private int after429;
        private int after5xx;

        Attempts(Function<Permit, CompletionStage<ApiResult<T>>> call, Consumer<ApiResult<T>> then) {
            this.call = call;
            this.then = then;
        }

        void send() {
            timetable.after(pacing.take(timetable.nanos()), () -> call.apply(Permit.untimed("guide/" + ++sent))
                    .thenAccept(result -> timetable.after(Duration.ZERO, () -> answered(result))));
        }

        private void answered(ApiResult<T> result) {
            switch (result) {
                case ApiResult.Failure<T>(ApiError.RateLimited(Duration retryAfter))
                when after429 < MOST_AFTER_429 -> {
                    Duration backoff = backoff(after429++);
                    timetable.after(retryAfter == null ? backoff : retryAfter, this::send);
                }
                case ApiResult.Failure<T>(ApiError error)
                when isTransient(error) && after5xx < MOST_AFTER_5XX ->
                    timetable.after(backoff(after5xx++), this::send);
                case ApiResult.Failure<T> failure -> then.accept(failure);
                case ApiResult.Success<T> success -> then.accept(success);
            }
        }

        private static boolean isTransient(ApiError error) {
            return error instanceof ApiError.ServerFailure || error instanceof ApiError.NoAnswer;
        }

        private static Duration backoff(int setbacks) {
            Duration pause = Duration.ofSeconds(1L << setbacks);
            return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        }
    }
}
