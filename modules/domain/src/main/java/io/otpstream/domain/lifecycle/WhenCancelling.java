package io.otpstream.domain.lifecycle;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.lifecycle.Effect.PublishOrder;
import io.otpstream.domain.lifecycle.Effect.SendCancel;
import io.otpstream.domain.lifecycle.Effect.SendLook;
import io.otpstream.domain.lifecycle.LifecycleRules.Looking;
import io.otpstream.domain.lifecycle.OrderNews.Kind;
import io.otpstream.domain.lifecycle.State.Cancelling;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The order is to be cancelled: cancel and look take turns until the API says how it ended, or patience ends. */
final class WhenCancelling {

    private static final String TIMED_OUT = "No code came within the request's timeout_seconds.";

    private static final String TIMED_OUT_WITHOUT_CODE =
            "A text came within the request's timeout_seconds, but the API read no code in it.";

    /** The API has no code for it. */
    private static final String WITHOUT_CODE = "NO_CODE_IN_TEXT";

    private final Steps steps;

    WhenCancelling(Steps steps) {
        this.steps = steps;
    }

    Decision decide(Cancelling state, Event event, Instant now) {
        return switch (event) {
            case Event.TimeCame timeCame -> timeCame(state, now);
            case Event.CancelAnswered cancel ->
                isOurs(state, cancel.orderId()) ? cancelAnswered(state, cancel.result(), now) : Decision.to(state);
            case Event.LookAnswered look ->
                isOurs(state, look.orderId()) ? lookAnswered(state, look, now) : Decision.to(state);
            case Event.Withdraw withdraw -> Decision.to(withdrawn(state));
            case Event.Reassigned reassigned -> Decision.to(reassigned(state, now));
            case Event.CreateAnswered answered -> steps.orphan(state, answered, now);
            case Event.Requested e -> Decision.to(state);
            case Event.Malformed e -> Decision.to(state);
            case Event.SmsRequested e -> Decision.to(state);
            case Event.NumberRejected e -> Decision.to(state);
            case Event.PermitPromised e -> Decision.to(state);
            case Event.Seen seen -> isOurs(state, seen.order().orderId()) ? seen(state, seen, now) : Decision.to(state);
            case Event.FinishAnswered e -> Decision.to(state);
            case Event.AnotherTextWanted e -> Decision.to(state);
            case Event.ResendAnswered e -> Decision.to(state);
            case Event.Resolved e -> Decision.to(state);
            case Event.Unresolvable e -> Decision.to(state);
            case Event.CreateLost e -> Decision.to(state);
        };
    }

    private static boolean isOurs(Cancelling state, String orderId) {
        return state.order().orderId().equals(orderId);
    }

    /** A number that the platform refused would be replaced; who withdraws wants no other one. */
    private static Cancelling withdrawn(Cancelling state) {
        CancelReason reason = state.reason() == CancelReason.NUMBER_REJECTED ? CancelReason.WITHDRAWN : state.reason();
        return new Cancelling(
                state.history(),
                state.firstCountry(),
                state.order(),
                state.textRequestedAt(),
                state.emptyAt(),
                reason,
                state.step(),
                state.nextTryAt(),
                state.looksFrom(),
                state.giveUpAt());
    }

    private Cancelling reassigned(Cancelling state, Instant now) {
        Instant from = steps.looksAnew(state.looksFrom(), now);
        Cancelling after = state.lookedAt(from);
        return state.step() == Cleanup.Step.LOOK ? after.next(Cleanup.Step.LOOK, from) : after;
    }

    private Decision timeCame(Cancelling state, Instant now) {
        if (!now.isBefore(state.giveUpAt())) {
            return giveUp(state, now);
        }
        if (now.isBefore(state.nextTryAt())) {
            return Decision.to(state);
        }
        History history = state.history().oneMoreCall();
        int attempt = state.order().attempt();
        String orderId = state.order().orderId();
        Cancelling waiting = new Cancelling(
                history,
                state.firstCountry(),
                state.order(),
                state.textRequestedAt(),
                state.emptyAt(),
                state.reason(),
                state.step(),
                now.plus(steps.rules().callPatience()),
                state.looksFrom(),
                state.giveUpAt());
        return switch (state.step()) {
            case CANCEL -> Decision.to(waiting, new SendCancel(attempt, history.calls(), orderId));
            case LOOK ->
                Decision.to(
                        waiting.lookedAt(steps.looksAfterSending(now)),
                        new SendLook(attempt, history.calls(), orderId));
            case FINISH -> throw new IllegalStateException("what is to be cancelled is not finished");
        };
    }

    /** The final record has to be written, however the order stands. */
    private Decision giveUp(Cancelling state, Instant now) {
        if (state.order().hasText()) {
            return tooLate(state, WITHOUT_CODE, now);
        }
        Cleanup cleanup = steps.cleanupOf(
                        state.order(),
                        state.history().request().platformId(),
                        state.textRequestedAt(),
                        state.reason(),
                        state.nextTryAt(),
                        state.looksFrom())
                .next(state.step(), state.nextTryAt());
        return conclude(state, state.history().plus(cleanup), null, asFarAsKnown(state, now), now);
    }

    /** A text came that is of no use to the requester; it was paid for. */
    private Decision tooLate(Cancelling state, @Nullable String errorCode, Instant now) {
        History history = steps.finished(state.history(), state.order(), now);
        return conclude(state, history, errorCode, errorCode == null ? TIMED_OUT : TIMED_OUT_WITHOUT_CODE, now)
                .after(new PublishOrder(OrderNews.ended(Kind.LATE_CODE, state, null, errorCode)));
    }

    private Decision cancelAnswered(Cancelling state, ApiResult<CancelAccepted> result, Instant now) {
        return switch (result) {
            case ApiResult.Success<CancelAccepted> accepted -> ended(state, Kind.CANCELLED, null, now);
            case ApiResult.Failure<CancelAccepted>(ApiError.OrderNotFound notFound) ->
                ended(state, Kind.CANCELLED, notFound.code(), now);
            case ApiResult.Failure<CancelAccepted>(ApiError error) -> {
                Duration repeat = steps.repeatCancelAfter(error);
                yield Decision.to(
                        repeat != null
                                ? state.next(Cleanup.Step.CANCEL, now.plus(repeat))
                                : state.next(Cleanup.Step.LOOK, Steps.later(now, state.looksFrom())));
            }
        };
    }

    private Decision lookAnswered(Cancelling state, Event.LookAnswered look, Instant now) {
        return switch (look.result()) {
            case ApiResult.Success<Order>(Order order) -> lookedAt(state, order, look, now);
            case ApiResult.Failure<Order>(ApiError.OrderNotFound notFound) ->
                ended(state, Kind.CANCELLED, notFound.code(), now);
            case ApiResult.Failure<Order> failure -> {
                Instant looksFrom = steps.looksAfterAnswer(state, state.looksFrom(), look, now);
                Cancelling after = state.lookedAt(looksFrom);
                yield Decision.to(state.step() == Cleanup.Step.LOOK ? after.next(Cleanup.Step.LOOK, looksFrom) : after);
            }
        };
    }

    private Decision lookedAt(Cancelling state, Order order, Event.LookAnswered look, Instant now) {
        return switch (order.status()) {
            case TEXT_RECEIVED -> textCame(state, order, look.answeredAt(), now);
            case COMPLETED -> codeCame(state, order, look.answeredAt(), now);
            case EXPIRED -> ended(state, Kind.EXPIRED, null, now);
            case CANCELLED -> ended(state, Kind.CANCELLED, null, now);
            case WAITING -> {
                Cancelling after = state.lookedAt(steps.looksAfterAnswer(state, state.looksFrom(), look, now))
                        .foundEmpty(look.answeredAt());
                // A look that was under way when the cancel was decided says nothing about the cancel.
                yield Decision.to(state.step() == Cleanup.Step.LOOK ? after.next(Cleanup.Step.CANCEL, now) : after);
            }
        };
    }

    private Decision seen(Cancelling state, Event.Seen seen, Instant now) {
        Order order = seen.order();
        return switch (order.status()) {
            case TEXT_RECEIVED -> textCame(state, order, seen.seenAt(), now);
            case COMPLETED -> codeCame(state, order, seen.seenAt(), now);
            case EXPIRED -> ended(state, Kind.EXPIRED, null, now);
            case CANCELLED -> ended(state, Kind.CANCELLED, null, now);
            case WAITING -> Decision.to(stillWaiting(state.foundEmpty(seen.seenAt()), seen, now));
        };
    }

    /** No code at the deadline, and no cancel that could be waited for: then that was the last look. */
    private Cancelling stillWaiting(Cancelling state, Event.Seen seen, Instant now) {
        Instant since = state.giveUpAt().minus(steps.rules().cancelPatience());
        boolean last = !seen.seenAt().isBefore(since) && state.nextTryAt().isAfter(state.giveUpAt());
        RentedOrder order = state.order().seen(seen.order());
        return state.seen(order, state.nextTryAt(), last ? now : state.giveUpAt());
    }

    /** The order isn't over: it has to be finished, and a text without a code may be followed by one that has one. */
    private Decision textCame(Cancelling state, Order order, Instant seenAt, Instant now) {
        RentedOrder seen = state.order().seen(order);
        String code = order.otpCode();
        Cancelling after = state.seen(seen, Steps.later(state.giveUpAt(), now), state.giveUpAt());
        if (state.reason() == CancelReason.NUMBER_REJECTED) {
            return tooLate(after, null, now);
        }
        return code == null ? Decision.to(after) : steps.settledWithCode(after, order, code, seenAt, now);
    }

    /** Paid for and here: delivered, except for a number that the platform doesn't take. */
    private Decision codeCame(Cancelling state, Order order, Instant answeredAt, Instant now) {
        String code = order.otpCode();
        if (state.reason() == CancelReason.NUMBER_REJECTED || code == null) {
            return ended(state, Kind.LATE_CODE, null, now);
        }
        return steps.settledWithCode(state, order, code, answeredAt, now);
    }

    private Decision ended(Cancelling state, Kind kind, @Nullable String errorCode, Instant now) {
        CancelReason reason = kind == Kind.CANCELLED ? state.reason() : null;
        return conclude(state, state.history(), errorCode, TIMED_OUT, now)
                .after(new PublishOrder(OrderNews.ended(kind, state, reason, errorCode)));
    }

    /** How the order stands is not known if it was not seen lately: the API refuses, fails, or has asked for quiet. */
    private String asFarAsKnown(Cancelling state, Instant now) {
        Instant emptyAt = state.emptyAt();
        Instant lately = now.minus(steps.rules().lookGap().multipliedBy(2));
        if (steps.rules().looking() == Looking.TOGETHER && emptyAt != null && emptyAt.isAfter(lately)) {
            return TIMED_OUT;
        }
        return TIMED_OUT + " This is not certain: the API has told nothing of the order since "
                + (emptyAt == null ? state.order().placedAt() : emptyAt) + ".";
    }

    private Decision conclude(
            Cancelling state, History history, @Nullable String errorCode, String timedOut, Instant now) {
        return switch (state.reason()) {
            case TIMED_OUT ->
                steps.settle(
                        history.plus(steps.past(state.order(), AttemptEnd.TIMED_OUT, errorCode)),
                        Outcome.TIMED_OUT,
                        timedOut,
                        now);
            case NUMBER_REJECTED ->
                steps.nextAttemptOrEnd(
                        history,
                        state.firstCountry(),
                        steps.past(state.order(), AttemptEnd.NUMBER_REJECTED, errorCode),
                        Outcome.NUMBER_REJECTED,
                        "The platform refused the number and no attempt is left.",
                        now);
            case WITHDRAWN, VENDOR, ORPHANED, NO_NUMBER, HAS_TEXT ->
                steps.settle(
                        history.plus(steps.past(state.order(), AttemptEnd.WITHDRAWN, errorCode)),
                        Outcome.WITHDRAWN,
                        "Withdrawn while an order was open.",
                        now);
        };
    }
}
