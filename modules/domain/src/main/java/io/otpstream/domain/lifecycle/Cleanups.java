package io.otpstream.domain.lifecycle;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.FinishAccepted;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.lifecycle.Effect.PublishOrder;
import io.otpstream.domain.lifecycle.Effect.SendCancel;
import io.otpstream.domain.lifecycle.Effect.SendFinish;
import io.otpstream.domain.lifecycle.Effect.SendLook;
import io.otpstream.domain.lifecycle.OrderNews.Kind;
import io.otpstream.domain.lifecycle.State.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders that nobody waits for, beside whatever state the request itself is in. */
final class Cleanups {

    private final Steps steps;

    Cleanups(Steps steps) {
        this.steps = steps;
    }

    /** The decision, or null where the event is not about a cleanup and belongs to the state. */
    @Nullable
    Decision decide(Known state, Event event, Instant now) {
        if (event instanceof Event.TimeCame && Due.isWithoutCall(state, now)) {
            return null;
        }
        Cleanup concerned = state.history().cleanups().stream()
                .filter(cleanup -> concerns(event, cleanup, now))
                .findFirst()
                .orElse(null);
        if (concerned == null) {
            return null;
        }
        return switch (event) {
            case Event.TimeCame timeCame -> timeCame(state, concerned, now);
            case Event.CancelAnswered cancel -> cancelAnswered(state, concerned, cancel.result(), now);
            case Event.LookAnswered look -> lookAnswered(state, concerned, look, now);
            case Event.Seen seen -> seen(state, concerned, seen.order());
            case Event.FinishAnswered finish -> finishAnswered(state, concerned, finish.result(), now);
            case Event.AnotherTextWanted e -> null;
            case Event.ResendAnswered e -> null;
            case Event.Resolved e -> null;
            case Event.Unresolvable e -> null;
            case Event.Requested e -> null;
            case Event.Malformed e -> null;
            case Event.Withdraw e -> null;
            case Event.SmsRequested e -> null;
            case Event.NumberRejected e -> null;
            case Event.PermitPromised e -> null;
            case Event.CreateAnswered e -> null;
            case Event.CreateLost e -> null;
            case Event.Reassigned e -> null;
        };
    }

    /** After an assignment, no order is looked at sooner than the minimal gap, whatever answers still come. */
    History reassigned(History history, Instant now) {
        return history.oneMoreCall()
                .withCleanups(history.cleanups().stream()
                        .map(cleanup -> lookAgainFrom(cleanup, steps.looksAnew(cleanup.looksFrom(), now)))
                        .toList());
    }

    private static Cleanup lookAgainFrom(Cleanup cleanup, Instant looksFrom) {
        Cleanup after = cleanup.lookedAt(looksFrom);
        return cleanup.step() == Cleanup.Step.LOOK ? after.next(Cleanup.Step.LOOK, looksFrom) : after;
    }

    private static boolean concerns(Event event, Cleanup cleanup, Instant now) {
        return switch (event) {
            case Event.TimeCame timeCame -> !now.isBefore(cleanup.nextTryAt());
            case Event.CancelAnswered cancel -> cancel.orderId().equals(cleanup.orderId());
            case Event.LookAnswered look -> look.orderId().equals(cleanup.orderId());
            case Event.Seen seen -> seen.order().orderId().equals(cleanup.orderId());
            case Event.FinishAnswered finish -> finish.orderId().equals(cleanup.orderId());
            case Event.AnotherTextWanted e -> false;
            case Event.ResendAnswered e -> false;
            case Event.Resolved e -> false;
            case Event.Unresolvable e -> false;
            case Event.Requested e -> false;
            case Event.Malformed e -> false;
            case Event.Withdraw e -> false;
            case Event.SmsRequested e -> false;
            case Event.NumberRejected e -> false;
            case Event.PermitPromised e -> false;
            case Event.CreateAnswered e -> false;
            case Event.CreateLost e -> false;
            case Event.Reassigned e -> false;
        };
    }

    private Decision timeCame(Known state, Cleanup cleanup, Instant now) {
        if (cleanup.step() == Cleanup.Step.FINISH && isOver(cleanup, now)) {
            return finished(state, cleanup);
        }
        Known counted = Steps.with(state, state.history().oneMoreCall());
        int call = counted.history().calls();
        Instant patience = now.plus(steps.rules().callPatience());
        return switch (cleanup.step()) {
            case CANCEL ->
                Decision.to(
                        replace(counted, cleanup, cleanup.sent(patience)),
                        new SendCancel(cleanup.attempt(), call, cleanup.orderId()));
            case LOOK ->
                Decision.to(
                        replace(
                                counted,
                                cleanup,
                                cleanup.lookedAt(steps.looksAfterSending(now)).next(Cleanup.Step.LOOK, patience)),
                        new SendLook(cleanup.attempt(), call, cleanup.orderId()));
            case FINISH ->
                Decision.to(
                        replace(counted, cleanup, cleanup.sent(patience)),
                        new SendFinish(cleanup.attempt(), call, cleanup.orderId()));
        };
    }

    /** The vendor has ended it by itself. */
    private static boolean isOver(Cleanup cleanup, Instant now) {
        Instant expiresAt = cleanup.expiresAt();
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    private Decision finishAnswered(Known state, Cleanup cleanup, ApiResult<FinishAccepted> result, Instant now) {
        if (cleanup.step() != Cleanup.Step.FINISH) {
            return Decision.to(state);
        }
        return switch (result) {
            case ApiResult.Success<FinishAccepted> accepted -> finished(state, cleanup);
            case ApiResult.Failure<FinishAccepted>(ApiError error) -> {
                Duration repeat = steps.repeatFinishAfter(error, cleanup.tries());
                yield Decision.to(
                        repeat == null
                                ? without(state, cleanup)
                                : replace(state, cleanup, cleanup.next(Cleanup.Step.FINISH, now.plus(repeat))));
            }
        };
    }

    private Decision seen(Known state, Cleanup cleanup, Order order) {
        boolean finishes = cleanup.step() == Cleanup.Step.FINISH;
        return switch (order.status()) {
            case WAITING -> Decision.to(state);
            case TEXT_RECEIVED -> finishes ? Decision.to(state) : tooLate(state, cleanup);
            case COMPLETED -> finishes ? finished(state, cleanup) : over(state, cleanup, Kind.LATE_CODE, null);
            case EXPIRED -> finishes ? finished(state, cleanup) : over(state, cleanup, Kind.EXPIRED, null);
            case CANCELLED -> finishes ? finished(state, cleanup) : over(state, cleanup, Kind.CANCELLED, null);
        };
    }

    /** How it went for the requester was published when the text came. */
    private static Decision finished(Known state, Cleanup cleanup) {
        return Decision.to(without(state, cleanup));
    }

    /** A text came for an order that was to be cancelled: it can only be finished now. */
    private Decision tooLate(Known state, Cleanup cleanup) {
        PublishOrder news = new PublishOrder(
                OrderNews.cleanedUp(Kind.LATE_CODE, cleanup, state.history().request(), null));
        Known after = steps.rules().finish()
                ? replace(state, cleanup, cleanup.next(Cleanup.Step.FINISH, cleanup.nextTryAt()))
                : without(state, cleanup);
        return Decision.to(after, news);
    }

    private Decision cancelAnswered(Known state, Cleanup cleanup, ApiResult<CancelAccepted> result, Instant now) {
        if (cleanup.step() == Cleanup.Step.FINISH) {
            return Decision.to(state);
        }
        return switch (result) {
            case ApiResult.Success<CancelAccepted> accepted -> over(state, cleanup, Kind.CANCELLED, null);
            case ApiResult.Failure<CancelAccepted>(ApiError.OrderNotFound notFound) ->
                over(state, cleanup, Kind.CANCELLED, notFound.code());
            case ApiResult.Failure<CancelAccepted>(ApiError error) -> {
                Duration repeat = steps.repeatCancelAfter(error);
                Cleanup next = repeat != null
                        ? cleanup.next(Cleanup.Step.CANCEL, now.plus(repeat))
                        : cleanup.next(Cleanup.Step.LOOK, Steps.later(now, cleanup.looksFrom()));
                yield Decision.to(replace(state, cleanup, next));
            }
        };
    }

    private Decision lookAnswered(Known state, Cleanup cleanup, Event.LookAnswered look, Instant now) {
        return switch (look.result()) {
            case ApiResult.Success<Order>(Order order) -> lookedAt(state, cleanup, order, look, now);
            case ApiResult.Failure<Order>(ApiError.OrderNotFound notFound) ->
                over(state, cleanup, Kind.CANCELLED, notFound.code());
            case ApiResult.Failure<Order> failure -> {
                Instant looksFrom = steps.looksAfterAnswer(state, cleanup.looksFrom(), look, now);
                yield Decision.to(replace(state, cleanup, lookAgainFrom(cleanup, looksFrom)));
            }
        };
    }

    private Decision lookedAt(Known state, Cleanup cleanup, Order order, Event.LookAnswered look, Instant now) {
        if (cleanup.step() == Cleanup.Step.FINISH || order.status() != OrderStatus.WAITING) {
            return seen(state, cleanup, order);
        }
        Cleanup after = cleanup.lookedAt(steps.looksAfterAnswer(state, cleanup.looksFrom(), look, now));
        Instant retry = now.plus(steps.rules().pauses().after(cleanup.tries()));
        // A look that was under way when the cancel was sent says nothing about the cancel.
        return Decision.to(replace(
                state, cleanup, cleanup.step() == Cleanup.Step.LOOK ? after.next(Cleanup.Step.CANCEL, retry) : after));
    }

    private static Decision over(Known state, Cleanup cleanup, Kind kind, @Nullable String errorCode) {
        return Decision.to(
                without(state, cleanup),
                new PublishOrder(
                        OrderNews.cleanedUp(kind, cleanup, state.history().request(), errorCode)));
    }

    private static Known without(Known state, Cleanup over) {
        List<Cleanup> remaining = state.history().cleanups().stream()
                .filter(other -> !other.equals(over))
                .toList();
        return Steps.with(state, state.history().withCleanups(remaining));
    }

    private static Known replace(Known state, Cleanup before, Cleanup after) {
        List<Cleanup> cleanups = state.history().cleanups().stream()
                .map(cleanup -> cleanup.equals(before) ? after : cleanup)
                .toList();
        return Steps.with(state, state.history().withCleanups(cleanups));
    }
}
