package io.otpstream.domain.lifecycle;

import io.otpstream.domain.lifecycle.State.Settled;
import java.time.Instant;

/** The final record is out: nothing that happens makes a second one. Orders that remain are {@link Cleanups}' work. */
final class WhenSettled {

    private final Steps steps;

    WhenSettled(Steps steps) {
        this.steps = steps;
    }

    Decision decide(Settled state, Event event, Instant now) {
        return switch (event) {
            case Event.CreateAnswered answered -> steps.orphan(state, answered, now);
            case Event.Requested e -> Decision.to(state);
            case Event.Malformed e -> Decision.to(state);
            case Event.Withdraw e -> Decision.to(state);
            case Event.SmsRequested e -> Decision.to(state);
            case Event.NumberRejected e -> Decision.to(state);
            case Event.PermitPromised e -> Decision.to(state);
            case Event.LookAnswered e -> Decision.to(state);
            case Event.CancelAnswered e -> Decision.to(state);
            case Event.CreateLost e -> Decision.to(state);
            case Event.Reassigned e -> Decision.to(state);
            case Event.TimeCame e -> Decision.to(state);
        };
    }
}
