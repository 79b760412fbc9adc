package io.otpstream.streams.calls;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.Dialect;
import io.otpstream.domain.time.ApiTime;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The published API takes so many cancels a day, and answers those beyond with the code that it has for too many calls.
 * Without a word about when to come back, or with one that is no matter of a minute, such an answer to a cancel means the
 * day's cap: other calls go on, and orders that can't be cancelled expire by themselves.
 *
 * <p>Arithmetic only, time is a parameter. Not safe for use by several threads: the dispatcher's lock guards it.
 */
final class CancelCap {

    /** Where the answer doesn't say how long. */
    private static final Duration TRIED_AGAIN_AFTER = Duration.ofHours(1);

    private final Dialect dialect;
    private final Duration minute;
    private final Duration triedAgainAfter;
    private final Consumer<GateNews> listener;
    private Instant until = Instant.EPOCH;

    /**
     * Not reached, as far as is known.
     *
     * @param minute of the API's world, in real time
     * @param speed how much faster than real the API's world runs
     */
    CancelCap(Dialect dialect, Duration minute, double speed, Consumer<GateNews> listener) {
        this.dialect = dialect;
        this.minute = minute;
        this.triedAgainAfter = ApiTime.toReal(TRIED_AGAIN_AFTER, speed);
        this.listener = listener;
    }

    /**
     * A cancel was answered.
     *
     * @param error null where it succeeded
     * @return whether that was the cap, and no ordinary answer
     */
    boolean onAnswer(@Nullable ApiError error, Instant now) {
        if (!(error instanceof ApiError.RateLimited limited) || !means(limited.retryAfter())) {
            return false;
        }
        boolean isNews = !isReached(now);
        Duration wait = limited.retryAfter() == null ? triedAgainAfter : limited.retryAfter();
        onReachedElsewhere(now.plus(wait));
        if (isNews) {
            listener.accept(new GateNews.CancelsCapped(until));
        }
        return true;
    }

    private boolean means(@Nullable Duration retryAfter) {
        return switch (dialect) {
            case GUIDE -> false;
            case PUBLISHED -> retryAfter == null || retryAfter.compareTo(minute) > 0;
        };
    }

    /** Another process was told so. */
    void onReachedElsewhere(Instant cappedUntil) {
        until = cappedUntil.isAfter(until) ? cappedUntil : until;
    }

    boolean isReached(Instant now) {
        return now.isBefore(until);
    }
}
