package io.otpstream.domain.lifecycle;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.api.ResendAccepted;
import io.otpstream.domain.lifecycle.Effect.PublishOrder;
import io.otpstream.domain.lifecycle.Effect.PublishOutcome;
import io.otpstream.domain.lifecycle.Effect.SendCancel;
import io.otpstream.domain.lifecycle.Effect.SendLook;
import io.otpstream.domain.lifecycle.State.Known;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What states, events and effects are called in the table. */
final class Labels {

    private Labels() {}

    static String of(Class<?> kind) {
        return kind.getSimpleName();
    }

    /** The event's kind; for an answer also what it says, and whether anybody waits for it. */
    static String of(State state, Event event) {
        return switch (event) {
            case Event.CreateAnswered e ->
                "CreateAnswered" + (isAwaited(state, e) ? " " : ", not awaited: ") + answer(e.result());
            case Event.LookAnswered e ->
                "LookAnswered" + (minds(state, e.orderId()) ? " " : ", another order: ") + answer(e.result());
            case Event.CancelAnswered e ->
                "CancelAnswered" + (minds(state, e.orderId()) ? " " : ", another order: ") + accepted(e.result());
            case Event.FinishAnswered e ->
                "FinishAnswered" + (minds(state, e.orderId()) ? " " : ", another order: ") + accepted(e.result());
            case Event.ResendAnswered e ->
                "ResendAnswered" + (minds(state, e.orderId()) ? " " : ", another order: ") + resent(e.result());
            case Event.Seen(Order order, Instant seenAt) ->
                "Seen"
                        + (minds(state, order.orderId()) ? " " : ", another order: ")
                        + answer(new ApiResult.Success<>(order));
            case Event.AnotherTextWanted e ->
                "AnotherTextWanted" + attempt(state, e.attempt() == null ? 0 : e.attempt());
            case Event.SmsRequested e -> "SmsRequested" + attempt(state, e.attempt() == null ? 0 : e.attempt());
            case Event.NumberRejected e -> "NumberRejected" + attempt(state, e.attempt() == null ? 0 : e.attempt());
            case Event.Requested e -> "Requested";
            case Event.Malformed e -> "Malformed";
            case Event.Withdraw e -> "Withdraw";
            case Event.Resolved e -> "Resolved" + (waitsFor(state, Wanted.Ids.class) ? ", no codes" : "");
            case Event.Unresolvable e -> "Unresolvable" + (waitsFor(state, Wanted.Ids.class) ? ", no codes" : "");
            case Event.PermitPromised e ->
                "PermitPromised" + (waitsFor(state, Wanted.Codes.class) ? ", codes not looked up" : "");
            case Event.CreateLost e -> "CreateLost";
            case Event.Reassigned e -> "Reassigned";
            case Event.TimeCame e -> "TimeCame";
        };
    }

    static String of(Effect effect) {
        return switch (effect) {
            case PublishOrder(OrderNews news) -> "order " + small(news.kind());
            case PublishOutcome outcome -> "outcome " + small(outcome.outcome());
            case Effect.PublishCode code -> code.followUp() ? "another code" : "code";
            case Effect.SendCreate create -> "send create";
            case SendLook look -> "send look";
            case SendCancel cancel -> "send cancel";
            case Effect.SendFinish finish -> "send finish";
            case Effect.SendResend resend -> "send resend";
        };
    }

    /** All that an API can say instead of doing what it is asked. */
    static List<String> failures() {
        return Arrays.stream(ApiError.class.getPermittedSubclasses())
                .map(Labels::of)
                .sorted()
                .toList();
    }

    /** What becomes of an order that nobody waits for. */
    static String ofCleanup(State before, State after) {
        int was = ((Known) before).history().cleanups().size();
        int is = ((Known) after).history().cleanups().size();
        return is < was ? "**over**" : "**goes on**";
    }

    static Set<Enum<?>> constants(Effect effect) {
        return switch (effect) {
            case PublishOrder(OrderNews news) -> Set.of(news.kind());
            case PublishOutcome outcome -> {
                Set<Enum<?>> constants = new HashSet<>();
                constants.add(outcome.outcome());
                outcome.attempts().forEach(attempt -> constants.add(attempt.end()));
                yield constants;
            }
            case Effect.PublishCode code -> Set.of();
            case Effect.Call call -> Set.of();
        };
    }

    /** Whether the decision was about an order that nobody waits for, whatever the request itself is at. */
    static boolean isAboutCleanup(State before, Event event, Decision decision) {
        if (!(before instanceof Known known)) {
            return false;
        }
        return switch (event) {
            case Event.LookAnswered e -> cleansUp(known, e.orderId());
            case Event.CancelAnswered e -> cleansUp(known, e.orderId());
            case Event.TimeCame e ->
                decision.effects().stream()
                        .anyMatch(effect -> (effect instanceof SendLook look && cleansUp(known, look.orderId()))
                                || (effect instanceof SendCancel cancel && cleansUp(known, cancel.orderId()))
                                || effect instanceof Effect.SendFinish);
            case Event.Seen e -> cleansUp(known, e.order().orderId());
            case Event.FinishAnswered e -> cleansUp(known, e.orderId());
            case Event.AnotherTextWanted e -> false;
            case Event.ResendAnswered e -> false;
            case Event.Requested e -> false;
            case Event.Malformed e -> false;
            case Event.Resolved e -> false;
            case Event.Unresolvable e -> false;
            case Event.Withdraw e -> false;
            case Event.SmsRequested e -> false;
            case Event.NumberRejected e -> false;
            case Event.PermitPromised e -> false;
            case Event.CreateAnswered e -> false;
            case Event.CreateLost e -> false;
            case Event.Reassigned e -> false;
        };
    }

    private static boolean waitsFor(State state, Class<? extends Wanted> wanted) {
        return state instanceof State.Waiting waiting
                && wanted.isInstance(waiting.history().request().wanted());
    }

    static boolean isAwaited(State state, Event.CreateAnswered answered) {
        return state instanceof State.Placing placing
                && placing.call() == answered.create().call()
                && placing.history().attempt() == answered.create().attempt()
                && placing.sendBy().equals(answered.create().sendBy());
    }

    static List<String> minded(State state) {
        return switch (state) {
            case State.Open open -> List.of(open.order().orderId());
            case State.Cancelling cancelling -> List.of(cancelling.order().orderId());
            case State.Unknown s -> List.of();
            case State.WithdrawnAhead s -> List.of();
            case State.Waiting s -> List.of();
            case State.Placing s -> List.of();
            case State.Settled s ->
                s.held() == null ? List.of() : List.of(s.held().order().orderId());
            case State.SettledUnread s -> List.of();
        };
    }

    private static boolean minds(State state, String orderId) {
        return minded(state).contains(orderId) || (state instanceof Known known && cleansUp(known, orderId));
    }

    private static boolean cleansUp(Known state, String orderId) {
        return state.history().cleanups().stream()
                .anyMatch(cleanup -> cleanup.orderId().equals(orderId));
    }

    private static String attempt(State state, int attempt) {
        boolean meant = attempt == 0
                || !(state instanceof Known known)
                || known.history().attempt() == attempt;
        return meant ? "" : ", another attempt";
    }

    private static String accepted(ApiResult<?> result) {
        return switch (result) {
            case ApiResult.Success<?> accepted -> "accepted";
            case ApiResult.Failure<?>(ApiError error) -> of(error.getClass());
        };
    }

    private static String resent(ApiResult<ResendAccepted> result) {
        return switch (result) {
            case ApiResult.Success<ResendAccepted>(ResendAccepted(boolean sent)) -> sent ? "sent" : "not sent";
            case ApiResult.Failure<ResendAccepted>(ApiError error) -> of(error.getClass());
        };
    }

    private static String answer(ApiResult<Order> result) {
        return switch (result) {
            case ApiResult.Success<Order>(Order order) -> {
                String status = small(order.status());
                if (order.phoneNumber() == null) {
                    yield status + " without a number";
                }
                boolean hasEnd = order.status() == OrderStatus.COMPLETED || order.status() == OrderStatus.TEXT_RECEIVED;
                yield hasEnd && order.otpCode() == null ? status + " without a code" : status;
            }
            case ApiResult.Failure<Order>(ApiError error) -> of(error.getClass());
        };
    }

    private static String small(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
