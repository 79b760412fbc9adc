package io.otpstream.domain.lifecycle;

import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.lifecycle.Effect.PublishOrder;
import io.otpstream.domain.lifecycle.Effect.PublishOutcome;
import io.otpstream.domain.lifecycle.Effect.SendCancel;
import io.otpstream.domain.lifecycle.State.SettledUnread;
import io.otpstream.domain.lifecycle.State.Unknown;
import io.otpstream.domain.lifecycle.State.Waiting;
import io.otpstream.domain.lifecycle.State.WithdrawnAhead;
import java.time.Instant;
import java.util.List;

/** No request of this id is being worked on: none came, only a withdraw came, or one came that couldn't be read. */
final class WhenAbsent {

    private final Steps steps;

    WhenAbsent(Steps steps) {
        this.steps = steps;
    }

    Decision decide(State state, Event event, Instant now) {
        return switch (event) {
            case Event.Requested requested -> requested(state, requested.request(), now);
            case Event.Malformed malformed -> malformed(state, malformed, now);
            case Event.Withdraw withdraw ->
                state instanceof Unknown
                        ? Decision.to(new WithdrawnAhead(now.plus(steps.rules().dedupRetention())))
                        : Decision.to(state);
            case Event.CreateAnswered answered -> createAnswered(state, answered);
            case Event.SmsRequested e -> Decision.to(state);
            case Event.NumberRejected e -> Decision.to(state);
            case Event.PermitPromised e -> Decision.to(state);
            case Event.LookAnswered e -> Decision.to(state);
            case Event.CancelAnswered e -> Decision.to(state);
            case Event.CreateLost e -> Decision.to(state);
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

    private Decision requested(State state, Request request, Instant now) {
        History history = History.of(request);
        if (state instanceof SettledUnread) {
            return Decision.to(state);
        }
        if (state instanceof WithdrawnAhead) {
            return steps.settle(history, Outcome.WITHDRAWN, "Withdrawn before the request arrived.", now);
        }
        if (!now.isBefore(request.startBefore())) {
            return steps.settle(
                    history, Outcome.START_EXPIRED, "The request arrived when its start_before had passed.", now);
        }
        return Decision.to(new Waiting(history, 0, List.of(), now));
    }

    private Decision malformed(State state, Event.Malformed malformed, Instant now) {
        if (state instanceof SettledUnread) {
            return Decision.to(state);
        }
        return Decision.to(
                new SettledUnread(now.plus(steps.rules().dedupRetention())),
                new PublishOutcome(
                        Outcome.REJECTED,
                        malformed.reason(),
                        malformed.field(),
                        List.of(),
                        malformed.requestedAt(),
                        null));
    }

    /** Only after the request id was forgotten: nobody is left who could keep the obligation, so one cancel must do. */
    private static Decision createAnswered(State state, Event.CreateAnswered answered) {
        return switch (answered.result()) {
            case ApiResult.Success<Order> placed -> {
                Effect.SendCreate create = answered.create();
                RentedOrder order =
                        RentedOrder.answered(create.attempt(), placed.value(), "", create, answered.sentAt());
                yield Decision.to(
                        state,
                        new PublishOrder(OrderNews.orphaned(order, create.platformId(), null)),
                        new SendCancel(create.attempt(), create.call() + 1, order.orderId()));
            }
            case ApiResult.Failure<Order> failed -> Decision.to(state);
        };
    }
}
