package io.otpstream.streams.store;

import io.otpstream.contract.TraceContext;
import io.otpstream.domain.lifecycle.State;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a verification. The trace lies beside the state: it is about records, and nothing is decided by it.
 *
 * @param trace that the verification's records belong to; null if none
 */
public record Kept(State state, @Nullable TraceContext trace) {

    /** The trace; where no request was read before, the one that its request brings along. */
    public @Nullable TraceContext traceOr(@Nullable TraceContext brought) {
        return switch (state) {
            case State.Unknown unknown -> brought;
            case State.WithdrawnAhead ahead -> brought;
            case State.SettledUnread unread -> trace;
            case State.Waiting waiting -> trace;
            case State.Placing placing -> trace;
            case State.Open open -> trace;
            case State.Cancelling cancelling -> trace;
            case State.Settled settled -> trace;
        };
    }
}
