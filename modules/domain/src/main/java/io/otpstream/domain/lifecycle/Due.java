package io.otpstream.domain.lifecycle;

import io.otpstream.domain.lifecycle.State.Cancelling;
import io.otpstream.domain.lifecycle.State.Known;
import io.otpstream.domain.lifecycle.State.Open;
import io.otpstream.domain.lifecycle.State.Placing;
import io.otpstream.domain.lifecycle.State.Settled;
import io.otpstream.domain.lifecycle.State.SettledUnread;
import io.otpstream.domain.lifecycle.State.Unknown;
import io.otpstream.domain.lifecycle.State.Waiting;
import io.otpstream.domain.lifecycle.State.WithdrawnAhead;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a state wants {@link Event.TimeCame}, and which call that will make: the shell gives the event only when a
 * permit for such a call is promised.
 *
 * @param kind what the event will lead to
 */
public record Due(Instant at, Kind kind) {

    /** What a due verification needs. */
    public enum Kind {
        LOOK,
        CANCEL,
        /** Needs no call. */
        NO_CALL
    }

    /** The next due of a state; null where it waits for something other than time. */
    public static @Nullable Due of(State state) {
        return switch (state) {
            case Unknown unknown -> null;
            case WithdrawnAhead ahead -> null;
            case SettledUnread unread -> null;
            case Known known -> earlier(ownOf(known), ofCleanups(known.history()));
        };
    }

    private static @Nullable Due ownOf(Known state) {
        return switch (state) {
            case Waiting waiting -> new Due(waiting.history().request().startBefore(), Kind.NO_CALL);
            case Placing placing -> null;
            case Open open ->
                open.deadline().isAfter(open.nextLookAt())
                        ? new Due(open.nextLookAt(), Kind.LOOK)
                        : new Due(open.deadline(), Kind.CANCEL);
            case Cancelling cancelling ->
                cancelling.giveUpAt().isAfter(cancelling.nextTryAt())
                        ? new Due(cancelling.nextTryAt(), kindOf(cancelling.step()))
                        : new Due(cancelling.giveUpAt(), Kind.NO_CALL);
            case Settled settled -> null;
        };
    }

    private static @Nullable Due ofCleanups(History history) {
        Due first = null;
        for (Cleanup cleanup : history.cleanups()) {
            first = earlier(first, new Due(cleanup.nextTryAt(), kindOf(cleanup.step())));
        }
        return first;
    }

    private static Kind kindOf(Cleanup.Step step) {
        return switch (step) {
            case CANCEL -> Kind.CANCEL;
            case LOOK -> Kind.LOOK;
        };
    }

    private static @Nullable Due earlier(@Nullable Due a, @Nullable Due b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return b.at().isBefore(a.at()) ? b : a;
    }
}
