package io.otpstream.domain.lifecycle;

import io.otpstream.domain.api.Order;
import io.otpstream.domain.lifecycle.Effect.PublishCode;
import io.otpstream.domain.lifecycle.Effect.PublishOrder;
import io.otpstream.domain.lifecycle.Effect.SendResend;
import io.otpstream.domain.lifecycle.OrderNews.Kind;
import io.otpstream.domain.lifecycle.State.Held;
import io.otpstream.domain.lifecycle.State.Settled;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The final record is out: nothing that happens makes a second one. An order that is held may bring further codes, and
 * orders that remain are {@link Cleanups}' work.
 */
final class WhenSettled {

    private final Steps steps;

    WhenSettled(Steps steps) {
        this.steps = steps;
    }

    Decision decide(Settled state, Event event, Instant now) {
        return switch (event) {
            case Event.CreateAnswered answered -> steps.orphan(state, answered, now);
            case Event.Seen seen -> seen(state, seen.order(), seen.seenAt());
            case Event.TimeCame timeCame -> timeCame(state, now);
            case Event.Withdraw withdraw -> Decision.to(letGo(state, now));
            case Event.AnotherTextWanted wanted -> anotherText(state, wanted, now);
            case Event.ResendAnswered answered -> resendAnswered(state, answered);
            case Event.Requested e -> Decision.to(state);
            case Event.Malformed e -> Decision.to(state);
            case Event.SmsRequested e -> Decision.to(state);
            case Event.NumberRejected e -> Decision.to(state);
            case Event.PermitPromised e -> Decision.to(state);
            case Event.LookAnswered e -> Decision.to(state);
            case Event.CancelAnswered e -> Decision.to(state);
            case Event.FinishAnswered e -> Decision.to(state);
            case Event.CreateLost e -> Decision.to(state);
            case Event.Resolved e -> Decision.to(state);
            case Event.Unresolvable e -> Decision.to(state);
            case Event.Reassigned e -> Decision.to(state);
        };
    }

    private static Decision seen(Settled state, Order order, Instant seenAt) {
        Held held = state.held();
        if (held == null || !held.order().orderId().equals(order.orderId())) {
            return Decision.to(state);
        }
        return switch (order.status()) {
            case WAITING, TEXT_RECEIVED -> textSeen(state, held, order, seenAt);
            case COMPLETED, EXPIRED, CANCELLED -> {
                // A code may have come with the end.
                Decision code = textSeen(state, held, order, seenAt);
                yield new Decision(new Settled(state.history(), state.forgetAt()), code.effects());
            }
        };
    }

    /** A code is another one if its text is: the API goes on showing the old one until then. */
    private static Decision textSeen(Settled state, Held held, Order order, Instant seenAt) {
        RentedOrder after = held.order().seen(order);
        String code = order.otpCode();
        if (code == null || after.smsRevision() == held.order().smsRevision()) {
            return Decision.to(state);
        }
        return Decision.to(
                new Settled(state.history(), state.forgetAt(), new Held(after, held.until())),
                new PublishCode(after, code, order.otpMessage(), seenAt, state.history(), true));
    }

    private Decision timeCame(Settled state, Instant now) {
        Held held = state.held();
        return held == null || now.isBefore(held.until()) ? Decision.to(state) : Decision.to(letGo(state, now));
    }

    private Settled letGo(Settled state, Instant now) {
        Held held = state.held();
        return held == null ? state : new Settled(steps.finished(state.history(), held.order(), now), state.forgetAt());
    }

    private Decision anotherText(Settled state, Event.AnotherTextWanted wanted, Instant now) {
        Held held = state.held();
        if (held == null || !isMeant(held, wanted.attempt())) {
            return refuseAnother(state);
        }
        // Who asks again shall have as long as for the first one.
        History history = state.history().oneMoreCall();
        Instant until = Steps.later(held.until(), steps.rules().deadline(history.request(), now));
        RentedOrder order = held.order();
        return Decision.to(
                new Settled(history, state.forgetAt(), new Held(order, until)),
                new SendResend(order.attempt(), history.calls(), order.orderId()));
    }

    private static boolean isMeant(Held held, @Nullable Integer attempt) {
        return attempt == null || attempt == held.order().attempt();
    }

    /** Nobody waits for an answer to a command, but who looks at the events shall see why nothing comes. */
    private static Decision refuseAnother(Settled state) {
        History history = state.history();
        return history.past().isEmpty()
                ? Decision.to(state)
                : Decision.to(
                        state,
                        new PublishOrder(OrderNews.withoutOrder(
                                Kind.RESEND_REFUSED,
                                history.attempt(),
                                history.past().getLast().countryId(),
                                null,
                                "NO_ORDER_HELD",
                                history.request())));
    }

    private static Decision resendAnswered(Settled state, Event.ResendAnswered answered) {
        Held held = state.held();
        return held == null || !held.order().orderId().equals(answered.orderId())
                ? Decision.to(state)
                : Decision.to(state, Steps.resendNews(held.order(), state.history(), answered.result()));
    }
}
