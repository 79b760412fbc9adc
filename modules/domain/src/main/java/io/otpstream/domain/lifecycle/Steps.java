package io.otpstream.domain.lifecycle;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.api.ResendAccepted;
import io.otpstream.domain.lifecycle.Effect.PublishOrder;
import io.otpstream.domain.lifecycle.Effect.PublishOutcome;
import io.otpstream.domain.lifecycle.LifecycleRules.Looking;
import io.otpstream.domain.lifecycle.OrderNews.Kind;
import io.otpstream.domain.lifecycle.State.Cancelling;
import io.otpstream.domain.lifecycle.State.Known;
import io.otpstream.domain.lifecycle.State.Open;
import io.otpstream.domain.lifecycle.State.Placing;
import io.otpstream.domain.lifecycle.State.Rented;
import io.otpstream.domain.lifecycle.State.Settled;
import io.otpstream.domain.lifecycle.State.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps that more than one state can take. */
final class Steps {

    /** The vendor ends the order by itself in the end, so that a finish is worth a few calls only. */
    private static final int MOST_FINISHES = 4;

    private final LifecycleRules rules;

    Steps(LifecycleRules rules) {
        this.rules = rules;
    }

    LifecycleRules rules() {
        return rules;
    }

    /** The final record without a code. Every request that could be read ends here or in {@link #settledWithCode}. */
    Decision settle(History history, Outcome outcome, String reason, Instant now) {
        return settle(history, outcome, reason, null, now);
    }

    /** The final record of a request that can't be served because of what one of its fields says. */
    Decision reject(History history, String field, String reason, Instant now) {
        return settle(history, Outcome.REJECTED, reason, field, now);
    }

    private Decision settle(History history, Outcome outcome, String reason, @Nullable String field, Instant now) {
        return Decision.to(
                new Settled(history, now.plus(rules.dedupRetention())),
                new PublishOutcome(
                        outcome,
                        reason,
                        field,
                        history.past(),
                        history.request().requestedAt(),
                        history));
    }

    Decision settledWithCode(Rented state, Order answer, String code, Instant seenAt, Instant now) {
        History withOrder = state.history().plus(past(state.order(), AttemptEnd.COMPLETED, null));
        RentedOrder seen = state.order().seen(answer);
        return Decision.to(
                settled(withOrder, seen, answer.status(), now),
                new PublishOrder(OrderNews.completed(state, seenAt)),
                new Effect.PublishCode(seen, code, answer.otpMessage(), seenAt, state.history(), false));
    }

    /** An order that isn't over is kept for a while if its requester wants that, or else finished. */
    private Settled settled(History history, RentedOrder order, OrderStatus status, Instant now) {
        Instant forgetAt = now.plus(rules.dedupRetention());
        if (status == OrderStatus.COMPLETED) {
            return new Settled(history, forgetAt);
        }
        Duration hold = rules.hold(history.request());
        return hold.isZero()
                ? new Settled(finished(history, order, now), forgetAt)
                : new Settled(history, forgetAt, new State.Held(order, now.plus(hold)));
    }

    /** A text came for the order and nobody needs it any more: it is finished, if that is wanted. */
    History finished(History history, RentedOrder order, Instant now) {
        if (!rules.finish()) {
            return history;
        }
        return history.plus(cleanupOf(order, history.request().platformId(), null, CancelReason.HAS_TEXT, now, now)
                .next(Cleanup.Step.FINISH, now));
    }

    /** What became of asking for another text. */
    static PublishOrder resendNews(RentedOrder order, History history, ApiResult<ResendAccepted> result) {
        Request request = history.request();
        return new PublishOrder(
                switch (result) {
                    case ApiResult.Success<ResendAccepted>(ResendAccepted(boolean resent)) ->
                        resent
                                ? OrderNews.resend(Kind.RESENT, order, request, null)
                                : OrderNews.resend(Kind.RESEND_REFUSED, order, request, "NOT_RESENT");
                    case ApiResult.Failure<ResendAccepted>(ApiError error) ->
                        OrderNews.resend(Kind.RESEND_REFUSED, order, request, error.code());
                });
    }

    /**
     * Cancels an open order as soon as the API takes that; the time it may take is bounded. Where it can't be cancelled
     * within that time, or at all, and nothing is to be hoped for, there is no point in waiting.
     */
    Decision startCancelling(Open open, CancelReason reason, Instant now) {
        RentedOrder order = open.order();
        Instant giveUpAt = now.plus(rules.cancelPatience());
        Instant cancelAt = order.cancelFrom(now);
        boolean pointless = order.hasText() || (cancelAt.isAfter(giveUpAt) && reason != CancelReason.TIMED_OUT);
        Cancelling cancelling = new Cancelling(
                open.history(),
                open.firstCountry(),
                open.order(),
                open.textRequestedAt(),
                open.emptyAt(),
                reason,
                Cleanup.Step.CANCEL,
                cancelAt,
                open.looksFrom(),
                pointless ? now : giveUpAt);
        return Decision.to(cancelling);
    }

    /** Another order if the request allows one, or else the end. */
    Decision nextAttemptOrEnd(
            History history, int firstCountry, PastAttempt ended, Outcome outcome, String reason, Instant now) {
        History after = history.plus(ended);
        if (!history.attemptsLeft() || !now.isBefore(history.request().startBefore())) {
            return settle(after, outcome, reason, now);
        }
        int countries = history.request().countryIds().size();
        return Decision.to(new Waiting(after.nextAttempt(), (firstCountry + 1) % countries, List.of(), now));
    }

    /** What a look, a push, or the answer to the create itself says of an open order. */
    Decision look(Open open, Order order, Instant seenAt, Instant now) {
        if (open.order().hasSeenMoreThan(order)) {
            return Decision.to(open);
        }
        Open seen = open.with(open.order().seen(order));
        return switch (order.status()) {
            case TEXT_RECEIVED, COMPLETED -> {
                String code = order.otpCode();
                // The text is there and its code isn't, yet: the published contract describes that.
                yield code == null ? Decision.to(seen) : settledWithCode(seen, order, code, seenAt, now);
            }
            case EXPIRED -> orderEnded(seen, Kind.EXPIRED, null, now);
            case CANCELLED -> orderEnded(seen, Kind.CANCELLED, null, now);
            case WAITING -> Decision.to(seen);
        };
    }

    /** A create that nobody waits for was answered: an order that it placed is cancelled. */
    Decision orphan(Known state, Event.CreateAnswered answered, Instant now) {
        return switch (answered.result()) {
            case ApiResult.Failure<Order> failed -> Decision.to(state);
            case ApiResult.Success<Order>(Order order) -> orphan(state, answered, order, now);
        };
    }

    private Decision orphan(Known state, Event.CreateAnswered answered, Order order, Instant now) {
        History history = state.history();
        // Replies may come twice, and the second must not cancel what the first one opened.
        if (history.knows(order.orderId()) || isOpen(state, order.orderId())) {
            return Decision.to(state);
        }
        Effect.SendCreate create = answered.create();
        RentedOrder rented = RentedOrder.answered(create.attempt(), order, "", create, answered.sentAt());
        // If it was known once and is over, nobody remembers when it was looked at.
        Instant firstLook = looksAnew(nextLook(rented), now);
        Instant cancelFrom = rented.cancelFrom(answered.sentAt());
        Cleanup cleanup = cleanupOf(rented, create.platformId(), null, CancelReason.ORPHANED, cancelFrom, firstLook);
        return Decision.to(
                with(state, history.plus(cleanup)),
                new PublishOrder(OrderNews.orphaned(rented, create.platformId(), history.request())));
    }

    private static boolean isOpen(Known state, String orderId) {
        return switch (state) {
            case Open open -> open.order().orderId().equals(orderId);
            case Cancelling cancelling -> cancelling.order().orderId().equals(orderId);
            case Waiting waiting -> false;
            case Placing placing -> false;
            case Settled settled ->
                settled.held() != null && settled.held().order().orderId().equals(orderId);
        };
    }

    /** The same state with another history. */
    static Known with(Known state, History history) {
        return switch (state) {
            case Waiting s -> new Waiting(history, s.firstCountry(), s.unavailable(), s.notBefore());
            case Placing s ->
                new Placing(
                        history,
                        s.firstCountry(),
                        s.unavailable(),
                        s.countryId(),
                        s.priceIdr(),
                        s.call(),
                        s.sendBy(),
                        s.withdrawn());
            case Open s ->
                new Open(
                        history,
                        s.firstCountry(),
                        s.order(),
                        s.textRequestedAt(),
                        s.emptyAt(),
                        s.deadline(),
                        s.nextLookAt(),
                        s.looksFrom());
            case Cancelling s ->
                new Cancelling(
                        history,
                        s.firstCountry(),
                        s.order(),
                        s.textRequestedAt(),
                        s.emptyAt(),
                        s.reason(),
                        s.step(),
                        s.nextTryAt(),
                        s.looksFrom(),
                        s.giveUpAt());
            case Settled s -> new Settled(history, s.forgetAt(), s.held());
        };
    }

    /** When an open order is looked at by itself: never before its deadline where all are looked at together. */
    Instant nextLook(Instant planned, Instant deadline) {
        return switch (rules.looking()) {
            case ONE_BY_ONE -> planned;
            case TOGETHER -> deadline;
        };
    }

    Instant nextLook(RentedOrder order) {
        return order.placedAt().plus(rules.lookGap());
    }

    /** The vendor ended the order: that is published, and the next attempt begins or the request ends. */
    Decision orderEnded(Rented state, Kind kind, @Nullable String errorCode, Instant now) {
        boolean expired = kind == Kind.EXPIRED;
        AttemptEnd end = expired ? AttemptEnd.EXPIRED : AttemptEnd.CANCELLED;
        Decision next = nextAttemptOrEnd(
                state.history(),
                state.firstCountry(),
                past(state.order(), end, errorCode),
                expired ? Outcome.EXPIRED : Outcome.CANCELLED,
                expired
                        ? "The order's time was over and no text had come; the vendor refunds it."
                        : "The vendor ended the order; it refunds cancelled orders.",
                now);
        CancelReason reason = expired ? null : CancelReason.VENDOR;
        return next.after(new PublishOrder(OrderNews.ended(kind, state, reason, errorCode)));
    }

    PastAttempt past(RentedOrder order, AttemptEnd end, @Nullable String errorCode) {
        return new PastAttempt(order.attempt(), order.countryId(), end, order.orderId(), order.priceIdr(), errorCode);
    }

    /** An order that is no longer of use becomes an obligation. */
    Cleanup cleanupOf(
            RentedOrder order,
            int platformId,
            @Nullable Instant textRequestedAt,
            CancelReason reason,
            Instant nextTryAt,
            Instant looksFrom) {
        return new Cleanup(
                order.attempt(),
                order.orderId(),
                order.countryId(),
                platformId,
                order.priceIdr(),
                order.priceFrom(),
                order.placedAt(),
                textRequestedAt,
                order.expiresAt(),
                reason,
                Cleanup.Step.CANCEL,
                nextTryAt,
                looksFrom,
                0);
    }

    /**
     * When a cancel may be sent again; null where the order has to be looked at first. Where all orders are looked at
     * together that happens anyhow, and who sees the order over says so before.
     */
    @Nullable
    Duration repeatCancelAfter(ApiError error) {
        Duration repeat = repeatWithoutLookAfter(error);
        return repeat == null && rules.looking() == Looking.TOGETHER
                ? rules.pauses().longest()
                : repeat;
    }

    /** When a cancel that certainly had no effect may be sent again; null after any other one. */
    private @Nullable Duration repeatWithoutLookAfter(ApiError error) {
        return switch (error) {
            case ApiError.RateLimited limited -> limited.retryAfter() != null ? limited.retryAfter() : afterRateLimit();
            case ApiError.NotSent notSent -> rules.pauses().first();
            case ApiError.Unauthorized unauthorized -> rules.pauses().longest();
            case ApiError.Forbidden forbidden -> rules.pauses().longest();
            case ApiError.TemporarilyBanned banned -> rules.pauses().longest();
            case ApiError.CancelTooEarly early ->
                early.retryAfter() != null ? early.retryAfter() : rules.pauses().longest();
            case ApiError.ProviderError provider -> rules.pauses().longest();
            case ApiError.Conflict e -> null;
            case ApiError.RequestInProgress e -> null;
            case ApiError.KeyReused e -> null;
            case ApiError.NotBought e -> null;
            case ApiError.InsufficientBalance e -> null;
            case ApiError.ProductUnavailable e -> null;
            case ApiError.OrderNotFound e -> null;
            case ApiError.InvalidParameters e -> null;
            case ApiError.OtherRejection e -> null;
            case ApiError.ServerFailure e -> null;
            case ApiError.Unreadable e -> null;
            case ApiError.NoAnswer e -> null;
        };
    }

    /**
     * The published API counts cancels by the day and answers those beyond as it answers too many calls: what is left
     * then is to let the order expire.
     */
    private Duration afterRateLimit() {
        return switch (rules.looking()) {
            case ONE_BY_ONE -> rules.pauses().first();
            case TOGETHER -> rules.pauses().longest().multipliedBy(10);
        };
    }

    /** When a finish may be sent again; null where there is no point in it. */
    @Nullable
    Duration repeatFinishAfter(ApiError error, int tries) {
        boolean again =
                switch (error) {
                    case ApiError.RateLimited e -> true;
                    case ApiError.TemporarilyBanned e -> true;
                    case ApiError.NotSent e -> true;
                    case ApiError.Unauthorized e -> true;
                    case ApiError.Forbidden e -> true;
                    case ApiError.ServerFailure e -> tries < MOST_FINISHES;
                    case ApiError.Unreadable e -> tries < MOST_FINISHES;
                    case ApiError.NoAnswer e -> tries < MOST_FINISHES;
                    case ApiError.ProviderError e -> tries < MOST_FINISHES;
                    case ApiError.RequestInProgress e -> false;
                    case ApiError.KeyReused e -> false;
                    case ApiError.NotBought e -> false;
                    case ApiError.CancelTooEarly e -> false;
                    case ApiError.Conflict e -> false;
                    case ApiError.InsufficientBalance e -> false;
                    case ApiError.ProductUnavailable e -> false;
                    case ApiError.OrderNotFound e -> false;
                    case ApiError.InvalidParameters e -> false;
                    case ApiError.OtherRejection e -> false;
                };
        return again ? rules.pauses().after(tries) : null;
    }

    /** The earliest next look after one that is decided now, until its answer says when it was. */
    Instant looksAfterSending(Instant now) {
        return now.plus(rules.callUnderWay()).plus(rules.lookGap());
    }

    /**
     * The earliest next look after an answer. The gap counts from the answer, since the vendor counts from when a look
     * reaches it, which is before that. An answer to an earlier look than the last says nothing about the last; neither
     * does one that was not sent, because after a crash the number may have been used again.
     */
    Instant looksAfterAnswer(Known state, Instant soFar, Event.LookAnswered look, Instant now) {
        if (look.result() instanceof ApiResult.Failure<Order>(ApiError.NotSent notSent)) {
            return later(soFar, now.plus(rules.pauses().first()));
        }
        Instant next = look.answeredAt().plus(rules.lookGap());
        return look.call() == state.history().calls() ? next : later(soFar, next);
    }

    /** The earliest next look after a change of owner, or of an order of which nobody remembers looks. */
    Instant looksAnew(Instant soFar, Instant now) {
        return later(soFar, now.plus(rules.lookGap()));
    }

    static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
