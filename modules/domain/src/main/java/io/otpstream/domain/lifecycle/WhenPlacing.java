package io.otpstream.domain.lifecycle;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.lifecycle.Effect.PublishOrder;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import io.otpstream.domain.lifecycle.OrderNews.Kind;
import io.otpstream.domain.lifecycle.State.Open;
import io.otpstream.domain.lifecycle.State.Placing;
import io.otpstream.domain.lifecycle.State.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A create is on its way: its answer decides, and no answer means doubt. */
final class WhenPlacing {

    private final Steps steps;

    WhenPlacing(Steps steps) {
        this.steps = steps;
    }

    Decision decide(Placing state, Event event, Instant now) {
        return switch (event) {
            case Event.CreateAnswered answered ->
                answersOurs(state, answered.create())
                        ? answered(state, answered, now)
                        : steps.orphan(state, answered, now);
            case Event.CreateLost lost -> inDoubt(state, new ApiError.NoAnswer("its sender is gone"), now);
            case Event.Withdraw withdraw -> Decision.to(state.withdraw());
            case Event.Requested e -> Decision.to(state);
            case Event.Malformed e -> Decision.to(state);
            case Event.SmsRequested e -> Decision.to(state);
            case Event.NumberRejected e -> Decision.to(state);
            case Event.PermitPromised e -> Decision.to(state);
            case Event.LookAnswered e -> Decision.to(state);
            case Event.CancelAnswered e -> Decision.to(state);
            case Event.Reassigned e -> Decision.to(state);
            case Event.TimeCame e -> Decision.to(state);
            case Event.Seen e -> Decision.to(state);
            case Event.FinishAnswered e -> Decision.to(state);
            case Event.AnotherTextWanted e -> Decision.to(state);
            case Event.ResendAnswered e -> Decision.to(state);
            case Event.Resolved e -> Decision.to(state);
            case Event.Unresolvable e -> Decision.to(state);
        };
    }

    /** After a crash the numbers may be used again, for a create that was never committed; its time is another. */
    private static boolean answersOurs(Placing state, SendCreate create) {
        return create.attempt() == state.history().attempt()
                && create.call() == state.call()
                && create.sendBy().equals(state.sendBy());
    }

    private Decision answered(Placing state, Event.CreateAnswered answered, Instant now) {
        return switch (answered.result()) {
            case ApiResult.Success<Order>(Order order) ->
                placed(state, order, answered.create(), answered.sentAt(), now);
            case ApiResult.Failure<Order>(ApiError error) -> failed(state, error, now);
        };
    }

    private Decision placed(Placing state, Order answer, SendCreate create, Instant sentAt, Instant now) {
        History history = state.history();
        String number = answer.phoneNumber();
        RentedOrder order =
                RentedOrder.answered(history.attempt(), answer, number == null ? "" : number, create, sentAt);
        if (number == null) {
            return placedWithoutNumber(state, order, now);
        }
        Instant looksFrom = sentAt.plus(steps.rules().lookGap());
        Instant deadline = steps.rules().deadline(history.request(), now);
        Open open = new Open(
                history,
                state.firstCountry(),
                order,
                null,
                null,
                deadline,
                steps.nextLook(looksFrom, deadline),
                looksFrom);
        Decision next = state.withdrawn()
                ? steps.startCancelling(open, CancelReason.WITHDRAWN, now)
                : steps.look(open, answer, now, now);
        return next.after(new PublishOrder(OrderNews.placed(order, history.request())));
    }

    /** Nobody can use it: cancelled in the background, while the request goes on. */
    private Decision placedWithoutNumber(Placing state, RentedOrder order, Instant now) {
        History history = state.history()
                .plus(steps.cleanupOf(
                        order,
                        state.history().request().platformId(),
                        null,
                        CancelReason.NO_NUMBER,
                        now,
                        steps.nextLook(order)));
        PastAttempt past = steps.past(order, AttemptEnd.CANCELLED, "NO_NUMBER");
        Decision next = state.withdrawn()
                ? withdrawn(history.plus(past), now)
                : steps.nextAttemptOrEnd(
                        history,
                        state.firstCountry(),
                        past,
                        Outcome.CANCELLED,
                        "The API placed the order without naming a number; it is being cancelled.",
                        now);
        return next.after(new PublishOrder(OrderNews.placed(order, history.request())));
    }

    private Decision failed(Placing state, ApiError error, Instant now) {
        return switch (error) {
            case ApiError.ServerFailure e -> inDoubt(state, error, now);
            case ApiError.Unreadable e -> inDoubt(state, error, now);
            case ApiError.NoAnswer e -> inDoubt(state, error, now);
            case ApiError.RequestInProgress e -> inDoubt(state, error, now);
            case ApiError.KeyReused e -> inDoubt(state, error, now);
            case ApiError.NotBought e -> putOff(state, now);
            case ApiError.TemporarilyBanned e -> putOff(state, now);
            case ApiError.ProviderError e -> unavailable(state, error, now);
            case ApiError.Conflict e -> refused(state, error, "", now);
            case ApiError.CancelTooEarly e -> refused(state, error, "", now);
            case ApiError.NotSent e -> waitAgain(state, state.history(), Duration.ZERO, now);
            case ApiError.RateLimited e -> putOff(state, now);
            case ApiError.InsufficientBalance e -> putOff(state, now);
            case ApiError.Unauthorized e -> putOff(state, now);
            case ApiError.Forbidden e -> putOff(state, now);
            case ApiError.ProductUnavailable e -> unavailable(state, error, now);
            case ApiError.InvalidParameters e -> refused(state, error, e.message(), now);
            case ApiError.OtherRejection e -> refused(state, error, e.message(), now);
            case ApiError.OrderNotFound e -> refused(state, error, "", now);
        };
    }

    /** The request is fine, the moment isn't. Whoever paces the calls knows when the moment has passed. */
    private Decision putOff(Placing state, Instant now) {
        History history = state.history().setBack();
        return waitAgain(state, history, steps.rules().pauses().after(history.setbacks()), now);
    }

    private Decision waitAgain(Placing state, History history, Duration pause, Instant now) {
        return state.withdrawn()
                ? withdrawn(history, now)
                : Decision.to(new Waiting(history, state.firstCountry(), state.unavailable(), now.plus(pause)));
    }

    private Decision unavailable(Placing state, ApiError error, Instant now) {
        History history = state.history().plus(ended(state, AttemptEnd.NO_STOCK, error));
        PublishOrder refused = news(Kind.REFUSED, state, error);
        if (state.withdrawn()) {
            return withdrawn(history, now).after(refused);
        }
        List<Integer> unavailable = new ArrayList<>(state.unavailable());
        unavailable.add(state.countryId());
        return Decision.to(new Waiting(history, state.firstCountry(), unavailable, now))
                .after(refused);
    }

    private Decision refused(Placing state, ApiError error, String message, Instant now) {
        History history = state.history().plus(ended(state, AttemptEnd.REFUSED, error));
        String reason = "The API refused the order: " + error.code() + (message.isEmpty() ? "." : ", " + message);
        Decision next =
                state.withdrawn() ? withdrawn(history, now) : steps.settle(history, Outcome.REJECTED, reason, now);
        return next.after(news(Kind.REFUSED, state, error));
    }

    private Decision inDoubt(Placing state, ApiError error, Instant now) {
        History history = state.history().plus(ended(state, AttemptEnd.IN_DOUBT, error));
        return afterDoubt(state, history, now).after(news(Kind.IN_DOUBT, state, error));
    }

    private Decision afterDoubt(Placing state, History history, Instant now) {
        if (state.withdrawn()) {
            return withdrawn(history, now);
        }
        int doubts = history.doubts() + 1;
        boolean again =
                switch (steps.rules().inDoubtPolicy()) {
                    case REORDER -> doubts < steps.rules().mostDoubts();
                    case FAIL -> false;
                };
        if (!again) {
            return steps.settle(
                    history,
                    Outcome.REJECTED,
                    "It can't be known whether the API placed the order (%d in doubt); it is not tried again."
                            .formatted(doubts),
                    now);
        }
        return Decision.to(new Waiting(
                history.nextAttemptAfterDoubt(),
                state.firstCountry(),
                state.unavailable(),
                now.plus(steps.rules().pauses().after(doubts))));
    }

    private Decision withdrawn(History history, Instant now) {
        return steps.settle(history, Outcome.WITHDRAWN, "Withdrawn while an order was being placed.", now);
    }

    private static PastAttempt ended(Placing state, AttemptEnd end, ApiError error) {
        return new PastAttempt(state.history().attempt(), state.countryId(), end, null, null, error.code());
    }

    private static PublishOrder news(Kind kind, Placing state, ApiError error) {
        return new PublishOrder(OrderNews.withoutOrder(
                kind,
                state.history().attempt(),
                state.countryId(),
                state.priceIdr(),
                error.code(),
                state.history().request()));
    }
}
