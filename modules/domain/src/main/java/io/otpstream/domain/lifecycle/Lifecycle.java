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

/**
 * Decides what a verification does next.
 *
 * <p>A pure function, safe for use by several threads: the same state, event and instant give the same decision. An
 * event that doesn't fit the state changes nothing.
 */
public final class Lifecycle {

    private final WhenAbsent absent;
    private final WhenWaiting waiting;
    private final WhenPlacing placing;
    private final WhenOpen open;
    private final WhenCancelling cancelling;
    private final WhenSettled settled;
    private final Cleanups cleanups;

    public Lifecycle(LifecycleRules rules) {
        Steps steps = new Steps(rules);
        absent = new WhenAbsent(steps);
        waiting = new WhenWaiting(steps);
        placing = new WhenPlacing(steps);
        open = new WhenOpen(steps);
        cancelling = new WhenCancelling(steps);
        settled = new WhenSettled(steps);
        cleanups = new Cleanups(steps);
    }

    /**
     * The new state and what has to be done, in order.
     *
     * @param now the task's clock; only compared with instants that came from the same clock
     */
    public Decision decide(State state, Event event, Instant now) {
        if (state instanceof Known known) {
            Decision ofCleanup = cleanups.decide(known, event, now);
            if (ofCleanup != null) {
                return ofCleanup;
            }
            if (event instanceof Event.Reassigned) {
                return decideOwn(Steps.with(known, cleanups.reassigned(known.history(), now)), event, now);
            }
        }
        return decideOwn(state, event, now);
    }

    private Decision decideOwn(State state, Event event, Instant now) {
        return switch (state) {
            case Unknown unknown -> absent.decide(unknown, event, now);
            case WithdrawnAhead ahead -> absent.decide(ahead, event, now);
            case SettledUnread unread -> absent.decide(unread, event, now);
            case Waiting w -> waiting.decide(w, event, now);
            case Placing p -> placing.decide(p, event, now);
            case Open o -> open.decide(o, event, now);
            case Cancelling c -> cancelling.decide(c, event, now);
            case Settled s -> settled.decide(s, event, now);
        };
    }
}
