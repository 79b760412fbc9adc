package io.otpstream.domain.lifecycle;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.lifecycle.Effect.PublishOrder;
import io.otpstream.domain.lifecycle.Effect.SendLook;
import io.otpstream.domain.lifecycle.Effect.SendResend;
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
            case Event.Seen seen -> isOurs(state, seen.order().orderId()) ? seen(state, seen, now) : Decision.to(state);
            case Event.AnotherTextWanted wanted ->
                isMeant(state, wanted.attempt()) ? anotherText(state) : Decision.to(state);
            case Event.ResendAnswered answered ->
                isOurs(state, answered.orderId()) ? resendAnswered(state, answered, now) : Decision.to(state);
            case Event.FinishAnswered e -> Decision.to(state);
            case Event.CreateLost e -> Decision.to(state);
            case Event.Resolved e -> Decision.to(state);
            case Event.Unresolvable e -> Decision.to(state);
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

    private Decision seen(Open state, Event.Seen seen, Instant now) {
        Order order = seen.order();
        return steps.look(
                order.status() == OrderStatus.WAITING ? state.foundEmpty(seen.seenAt()) : state,
                order,
                seen.seenAt(),
                now);
    }

    /** The API sends another text only where it has seen one. */
    private static Decision anotherText(Open state) {
        RentedOrder order = state.order();
        if (!order.hasText()) {
            return Decision.to(
                    state,
                    new PublishOrder(OrderNews.resend(
                            Kind.RESEND_REFUSED, order, state.history().request(), "NO_TEXT_YET")));
        }
        History history = state.history().oneMoreCall();
        return Decision.to(
                lookingAgain(state, history, state.nextLookAt(), state.looksFrom()),
                new SendResend(order.attempt(), history.calls(), order.orderId()));
    }

    private Decision resendAnswered(Open state, Event.ResendAnswered answered, Instant now) {
        PublishOrder news = Steps.resendNews(state.order(), state.history(), answered.result());
        boolean onItsWay = news.news().kind() == Kind.RESENT;
        return Decision.to(onItsWay ? startAgain(state, now) : state, news);
    }

    private Open afterLook(Open state, Event.LookAnswered look, Instant now) {
        Instant next = steps.looksAfterAnswer(state, state.looksFrom(), look, now);
        return lookingAgain(state, state.history(), steps.nextLook(next, state.deadline()), next);
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
        Instant deadline = steps.rules().deadline(state.history().request(), now);
        return new Open(
                state.history(),
                state.firstCountry(),
                state.order(),
                now,
                null,
                deadline,
                steps.nextLook(state.nextLookAt(), deadline),
                state.looksFrom());
    }

    private Open reassigned(Open state, Instant now) {
        Instant from = steps.looksAnew(state.looksFrom(), now);
        return lookingAgain(state, state.history(), steps.nextLook(from, state.deadline()), from);
    }
}
