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
import java.util.ArrayList;
import java.util.List;

/**
 * When a state wants {@link Event.TimeCame}, and which call that will make. For a call the shell gives the event only
 * when a permit is promised; what needs no call happens on time, also while there are no permits.
 *
 * @param kind what the event will lead to
 */
public record Due(Instant at, Kind kind) {

    /** What a due verification needs. */
    public enum Kind {
        LOOK,
        /** Of an order whose request waits for its end. */
        CANCEL,
        /** Of an order that nobody waits for: it gives money back, which the vendor would do as well in the end. */
        CANCEL_UNUSED,
        /** May wait longer than all others: the vendor ends the order by itself in the end. */
        FINISH,
        /** Needs no call. */
        NO_CALL
    }

    /** Everything that a state waits for; empty where it waits for something other than time. */
    public static List<Due> of(State state) {
        return switch (state) {
            case Unknown unknown -> List.of();
            case WithdrawnAhead ahead -> List.of();
            case SettledUnread unread -> List.of();
            case Known known -> ofKnown(known);
        };
    }

    private static List<Due> ofKnown(Known state) {
        List<Due> dues = new ArrayList<>();
        switch (state) {
            case Waiting waiting -> dues.add(new Due(waiting.history().request().startBefore(), Kind.NO_CALL));
            case Placing placing -> {}
            case Open open -> {
                dues.add(new Due(open.deadline(), Kind.NO_CALL));
                if (open.nextLookAt().isBefore(open.deadline())) {
                    dues.add(new Due(open.nextLookAt(), Kind.LOOK));
                }
            }
            case Cancelling cancelling -> {
                dues.add(new Due(cancelling.giveUpAt(), Kind.NO_CALL));
                dues.add(new Due(cancelling.nextTryAt(), ofRequest(cancelling.step())));
            }
            case Settled settled -> {
                if (settled.held() != null) {
                    dues.add(new Due(settled.held().until(), Kind.NO_CALL));
                }
            }
        }
        for (Cleanup cleanup : state.history().cleanups()) {
            dues.add(new Due(cleanup.nextTryAt(), ofCleanup(cleanup.step())));
        }
        return dues;
    }

    /** Whether something is due that needs no call: that goes first, since nobody promised a permit for it. */
    static boolean isWithoutCall(Known state, Instant now) {
        return of(state).stream()
                .anyMatch(due -> due.kind() == Kind.NO_CALL && !due.at().isAfter(now));
    }

    private static Kind ofRequest(Cleanup.Step step) {
        return step == Cleanup.Step.CANCEL ? Kind.CANCEL : ofCleanup(step);
    }

    private static Kind ofCleanup(Cleanup.Step step) {
        return switch (step) {
            case CANCEL -> Kind.CANCEL_UNUSED;
            case LOOK -> Kind.LOOK;
            case FINISH -> Kind.FINISH;
        };
    }
}
