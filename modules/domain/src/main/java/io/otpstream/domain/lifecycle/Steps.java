package io.otpstream.domain.lifecycle;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.lifecycle.Effect.PublishOrder;
import io.otpstream.domain.lifecycle.Effect.PublishOutcome;
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

    private final LifecycleRules rules;

    Steps(LifecycleRules rules) {
        this.rules = rules;
    }

    LifecycleRules rules() {
        return rules;
    }

    /** The final record without a code. Every request that could be read ends here or in {@link #settledWithCode}. */
    Decision settle(History history, Outcome outcome, String reason, Instant now) {
        return Decision.to(
                new Settled(history, now.plus(rules.dedupRetention())),
                new PublishOutcome(
                        outcome, reason, null, history.past(), history.request().requestedAt(), history));
    }

    Decision settledWithCode(Rented state, String code, @Nullable String message, Instant seenAt, Instant now) {
        History withOrder = state.history().plus(past(state.order(), AttemptEnd.COMPLETED, null));
        return Decision.to(
                new Settled(withOrder, now.plus(rules.dedupRetention())),
                new PublishOrder(OrderNews.completed(state, seenAt)),
                new Effect.PublishCode(state.order(), code, message, seenAt, state.history()));
    }

    /** Cancels an open order, at once; the time it may take is bounded. */
    Decision startCancelling(Open open, CancelReason reason, Instant now) {
        Cancelling cancelling = new Cancelling(
                open.history(),
                open.firstCountry(),
                open.order(),
                open.textRequestedAt(),
                open.emptyAt(),
                reason,
                Cleanup.Step.CANCEL,
                now,
                open.looksFrom(),
                now.plus(rules.cancelPatience()));
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

    /** What a look, or the answer to the create itself, says of an open order. */
    Decision look(Open open, Order order, Instant seenAt, Instant now) {
        return switch (order.status()) {
            case COMPLETED -> {
                String code = order.otpCode();
                // The text is there and its code isn't, yet: the published contract describes that.
                yield code == null ? Decision.to(open) : settledWithCode(open, code, order.otpMessage(), seenAt, now);
            }
            case EXPIRED -> orderEnded(open, Kind.EXPIRED, null, now);
            case CANCELLED -> orderEnded(open, Kind.CANCELLED, null, now);
            case TEXT_RECEIVED -> {
                String code = order.otpCode();
                yield code == null ? Decision.to(open) : settledWithCode(open, code, order.otpMessage(), seenAt, now);
            }
            case WAITING -> Decision.to(open);
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
        Cleanup cleanup = cleanupOf(rented, null, CancelReason.ORPHANED, answered.sentAt(), firstLook);
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
            case Settled settled -> false;
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
            case Settled s -> new Settled(history, s.forgetAt());
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
            @Nullable Instant textRequestedAt,
            CancelReason reason,
            Instant nextTryAt,
            Instant looksFrom) {
        return new Cleanup(
                order.attempt(),
                order.orderId(),
                order.countryId(),
                order.priceIdr(),
                order.priceFrom(),
                order.placedAt(),
                textRequestedAt,
                reason,
                Cleanup.Step.CANCEL,
                nextTryAt,
                looksFrom,
                0);
    }

    /** When a cancel that certainly had no effect may be sent again; null where the order has to be looked at. */
    @Nullable
    Duration repeatCancelAfter(ApiError error) {
        return switch (error) {
            case ApiError.RateLimited limited ->
                limited.retryAfter() != null ? limited.retryAfter() : rules.firstBackoff();
            case ApiError.NotSent notSent -> rules.firstBackoff();
            case ApiError.Unauthorized unauthorized -> rules.longestBackoff();
            case ApiError.Forbidden forbidden -> rules.longestBackoff();
            case ApiError.TemporarilyBanned banned -> rules.longestBackoff();
            case ApiError.CancelTooEarly early ->
                early.retryAfter() != null ? early.retryAfter() : rules.longestBackoff();
            case ApiError.ProviderError provider -> rules.longestBackoff();
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
            return later(soFar, now.plus(rules.firstBackoff()));
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
