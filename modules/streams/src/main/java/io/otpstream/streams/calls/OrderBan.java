package io.otpstream.streams.calls;

import io.otpstream.domain.api.ApiError.TemporarilyBanned;
import io.otpstream.domain.time.ApiTime;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The API places no orders for a while, because too many have failed. Everything else goes on, and nothing but time ends
 * it.
 *
 * <p>Arithmetic only, time is a parameter. Not safe for use by several threads: the dispatcher's lock guards it.
 */
final class OrderBan {

    /** Where the API doesn't say how long. */
    private static final Duration WITHOUT_WORD = Duration.ofHours(1);

    /** Whatever it says: then one order finds out. */
    private static final Duration LONGEST = Duration.ofHours(24);

    /** Clocks differ: a ban that seems to be over already is tried again only then. */
    private static final Duration SHORTEST = Duration.ofSeconds(30);

    private final double speed;
    private final Consumer<GateNews> listener;

    /** Null while there is none. */
    private @Nullable Instant until;

    /** Whether another process has found out, and not this one. */
    private boolean heard;

    OrderBan(double speed, Consumer<GateNews> listener) {
        this.speed = speed;
        this.listener = listener;
    }

    /** A create was refused by it. */
    void on(TemporarilyBanned error, Instant now) {
        if (extend(bounded(end(error, now), now))) {
            heard = false;
            listener.accept(new GateNews.Banned(end(), error.tier()));
        }
    }

    /** Another process was refused. */
    void onElsewhere(Instant end, Instant now) {
        if (end.isAfter(now) && extend(end)) {
            heard = true;
            listener.accept(new GateNews.BannedElsewhere(end));
        }
    }

    /** Whether it is new. */
    private boolean extend(Instant end) {
        boolean isNew = until == null;
        until = isNew || end.isAfter(end()) ? end : until;
        return isNew;
    }

    private Instant end() {
        return until == null ? Instant.MIN : until;
    }

    private Instant end(TemporarilyBanned error, Instant now) {
        if (error.until() != null) {
            return error.until();
        }
        return now.plus(error.retryAfter() == null ? ApiTime.toReal(WITHOUT_WORD, speed) : error.retryAfter());
    }

    private Instant bounded(Instant end, Instant now) {
        Instant first = now.plus(ApiTime.toReal(SHORTEST, speed));
        Instant last = now.plus(ApiTime.toReal(LONGEST, speed));
        if (end.isAfter(last)) {
            return last;
        }
        return end.isBefore(first) ? first : end;
    }

    boolean isOn(Instant now) {
        return until != null && now.isBefore(until);
    }

    /** When {@link #timePassed} has something to say; null if it hasn't. */
    @Nullable
    Instant next() {
        return until;
    }

    /** Says that it is over when it is. */
    void timePassed(Instant now) {
        if (until != null && !now.isBefore(until)) {
            until = null;
            listener.accept(new GateNews.BanOver(heard));
        }
    }
}
