package io.otpstream.domain.lifecycle;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.lifecycle.Effect.SendLook;
import io.otpstream.domain.lifecycle.OrderNews.Kind;
import io.otpstream.domain.lifecycle.State.Open;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A number is rented: looked at until the code is there or the deadline comes. */
final class WhenOpen {

    private final Steps steps;

    WhenOpen(Steps steps) {
        this.steps = steps;
    }

    Decision decide(Open state, Event event, Instant now) {
        return switch (event) {
            case Event.TimeCame timeCame -> timeCame(state, now);
            case Event.LookAnswered look ->
                isOurs(state, look.orderId()) ? lookAnswered(state, look, now) : Decision.to(state);
            case Event.Withdraw withdraw -> steps.startCancelling(state, CancelReason.WITHDRAWN, now);
            case Event.NumberRejected rejected ->
                isMeant(state, rejected.attempt())
                        ? steps.startCancelling(state, CancelReason.NUMBER_REJECTED, now)
                        : Decision.to(state);
            case Event.SmsRequested sms ->
                isMeant(state, sms.attempt()) ? Decision.to(startAgain(state, now)) : Decision.to(state);
            case Event.Reassigned reassigned -> Decision.to(reassigned(state, now));
            case Event.CreateAnswered answered -> steps.orphan(state, answered, now);
            case Event.Requested e -> Decision.to(state);
            case Event.Malformed e -> Decision.to(state);
            case Event.PermitPromised e -> Decision.to(state);
            case Event.CancelAnswered e -> Decision.to(state);
            case Event.CreateLost e -> Decision.to(state);
        };
    }

    private static boolean isOurs(Open state, String orderId) {
        return state.order().orderId().equals(orderId);
    }

    private static boolean isMeant(Open state, @Nullable Integer attempt) {
        return attempt == null || attempt == state.order().attempt();
    }

    private Decision timeCame(Open state, Instant now) {
        if (!now.isBefore(state.deadline())) {
            return steps.startCancelling(state, CancelReason.TIMED_OUT, now);
        }
        if (now.isBefore(state.nextLookAt())) {
            return Decision.to(state);
        }
        History history = state.history().oneMoreCall();
        Instant patience = now.plus(steps.rules().callPatience());
        return Decision.to(
                lookingAgain(state, history, patience, steps.looksAfterSending(now)),
                new SendLook(
                        state.order().attempt(), history.calls(), state.order().orderId()));
    }

    private Decision lookAnswered(Open state, Event.LookAnswered look, Instant now) {
        return switch (look.result()) {
            case ApiResult.Success<Order>(Order order) -> {
                Open after = afterLook(state, look, now);
                yield steps.look(
                        order.status() == OrderStatus.WAITING ? after.foundEmpty(look.answeredAt()) : after,
                        order,
                        look.answeredAt(),
                        now);
            }
            case ApiResult.Failure<Order>(ApiError.OrderNotFound notFound) ->
                steps.orderEnded(state, Kind.CANCELLED, notFound.code(), now);
            // A look costs nothing and is due again soon, so a failed one changes only when.
            case ApiResult.Failure<Order> failure -> Decision.to(afterLook(state, look, now));
        };
    }

    private Open afterLook(Open state, Event.LookAnswered look, Instant now) {
        Instant next = steps.looksAfterAnswer(state, state.looksFrom(), look, now);
        return lookingAgain(state, state.history(), next, next);
    }

    private static Open lookingAgain(Open state, History history, Instant at, Instant looksFrom) {
        return new Open(
                history,
                state.firstCountry(),
                state.order(),
                state.textRequestedAt(),
                state.emptyAt(),
                state.deadline(),
                at,
                looksFrom);
    }

    /** Ages count from the text now, and that there was no code before it was triggered says nothing. */
    private Open startAgain(Open state, Instant now) {
        return new Open(
                state.history(),
                state.firstCountry(),
                state.order(),
                now,
                null,
                steps.rules().deadline(state.history().request(), now),
                state.nextLookAt(),
                state.looksFrom());
    }

    private Open reassigned(Open state, Instant now) {
        Instant from = steps.looksAnew(state.looksFrom(), now);
        return lookingAgain(state, state.history(), from, from);
    }
}
