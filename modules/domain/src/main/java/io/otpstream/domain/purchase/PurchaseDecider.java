package io.otpstream.domain.purchase;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.Purchased;
import io.otpstream.domain.lifecycle.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of a purchase.
 *
 * <p>A pure function, safe for use by several threads. Which answers are the API's last word on a key, and which leave
 * open what has happened, is written at {@link #answered}; the contract says little of it, so that in doubt the same is
 * sent again.
 */
public final class PurchaseDecider {

    private final PurchaseRules rules;

    public PurchaseDecider(PurchaseRules rules) {
        this.rules = rules;
    }

    /** What the answer to a purchase that is not over means. */
    public Verdict answered(Purchase purchase, PurchaseAnswer answer, Instant now) {
        return switch (answer.result()) {
            case ApiResult.Success<Purchased>(Purchased bought) ->
                new Verdict.Over(shared(purchase.members(), bought, answer.sentAt()));
            case ApiResult.Failure<Purchased>(ApiError error) -> failed(purchase, error, answer.sentAt(), now);
        };
    }

    /**
     * What members are told by an answer to a purchase that is over: orders go to the same ones as the first time, who
     * know them, or to who no longer waits and has them cancelled.
     */
    public List<Told> answeredLate(PurchaseAnswer answer) {
        return switch (answer.result()) {
            case ApiResult.Success<Purchased>(Purchased bought) -> shared(answer.members(), bought, answer.sentAt());
            case ApiResult.Failure<Purchased> failed -> List.of();
        };
    }

    /** Whether it is not to be sent any more. */
    public boolean isOverdue(Purchase purchase, Instant now) {
        return !now.isBefore(giveUpAt(purchase));
    }

    /** What members are told when it is not sent any more although nobody knows what it has bought. */
    public List<Told> givenUp(Purchase purchase, Instant now) {
        return failure(
                purchase, new ApiError.NoAnswer("nothing became known of the purchase as long as it was sent"), now);
    }

    /**
     * The same for a new owner, who doesn't know whether it was sent. It is sent at once; one that is overdue waits for
     * an answer that may be there already, but has not been read.
     *
     * @param answerWithin how long that takes
     */
    public Purchase inherited(Purchase purchase, Duration answerWithin, Instant now) {
        return purchase.unclear(isOverdue(purchase, now) ? now.plus(answerWithin) : now);
    }

    private Verdict failed(Purchase purchase, ApiError error, Instant sentAt, Instant now) {
        return switch (error) {
            // The API has dealt with the key, and this is what came of it.
            case ApiError.InsufficientBalance e -> refused(purchase, error, sentAt);
            case ApiError.ProductUnavailable e -> refused(purchase, error, sentAt);
            case ApiError.ProviderError e -> refused(purchase, error, sentAt);
            case ApiError.OrderNotFound e -> refused(purchase, error, sentAt);
            case ApiError.InvalidParameters e -> refused(purchase, error, sentAt);
            case ApiError.CancelTooEarly e -> refused(purchase, error, sentAt);
            case ApiError.NotBought e -> refused(purchase, error, sentAt);
            // Without a code it may be the word of something in between, which knows of no key.
            case ApiError.OtherRejection e ->
                e.apiCode() == null
                        ? notThisTime(purchase, error, null, sentAt, now)
                        : refused(purchase, error, sentAt);
            // This sending had no effect; an earlier one may have had.
            case ApiError.RateLimited e -> notThisTime(purchase, error, e.retryAfter(), sentAt, now);
            case ApiError.TemporarilyBanned e -> notThisTime(purchase, error, endOfBan(e, now), sentAt, now);
            case ApiError.Unauthorized e -> notThisTime(purchase, error, null, sentAt, now);
            case ApiError.Forbidden e -> notThisTime(purchase, error, null, sentAt, now);
            case ApiError.NotSent e -> notThisTime(purchase, error, null, sentAt, now);
            // It may have had an effect; the same key and body tell.
            case ApiError.ServerFailure e -> again(purchase, e.retryAfter(), now);
            case ApiError.RequestInProgress e -> again(purchase, rules.whileInProgress(), now);
            case ApiError.Unreadable e -> again(purchase, null, now);
            case ApiError.NoAnswer e -> again(purchase, null, now);
            case ApiError.Conflict e -> again(purchase, null, now);
            // Somebody else has used the key: nothing will tell what became of ours.
            case ApiError.KeyReused e -> refused(purchase, error, sentAt);
        };
    }

    private static @Nullable Duration endOfBan(ApiError.TemporarilyBanned ban, Instant now) {
        return ban.until() == null ? ban.retryAfter() : Duration.between(now, ban.until());
    }

    private Verdict refused(Purchase purchase, ApiError error, Instant sentAt) {
        return new Verdict.Over(failure(purchase, error, sentAt));
    }

    private Verdict notThisTime(
            Purchase purchase, ApiError error, @Nullable Duration retryAfter, Instant sentAt, Instant now) {
        return purchase.mayHaveBought() ? again(purchase, retryAfter, now) : refused(purchase, error, sentAt);
    }

    private Verdict again(Purchase purchase, @Nullable Duration retryAfter, Instant now) {
        Instant tryAt = now.plus(retryAfter == null ? rules.pauses().after(purchase.sendings()) : retryAfter);
        Instant giveUpAt = giveUpAt(purchase);
        return new Verdict.Again(purchase.unclear(tryAt.isAfter(giveUpAt) ? giveUpAt : tryAt));
    }

    private Instant giveUpAt(Purchase purchase) {
        return purchase.decidedAt().plus(rules.giveUpAfter());
    }

    private static List<Told> failure(Purchase purchase, ApiError error, Instant sentAt) {
        return purchase.members().stream()
                .map(member -> told(member, new ApiResult.Failure<>(error), sentAt))
                .toList();
    }

    /** Who gets which order depends on nothing but the two lists, so that a repeated answer tells everyone the same. */
    private static List<Told> shared(List<Member> members, Purchased bought, Instant sentAt) {
        List<Order> orders = byId(bought);
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            ApiResult<Order> result = i < orders.size()
                    ? new ApiResult.Success<>(orders.get(i))
                    : new ApiResult.Failure<>(new ApiError.NotBought());
            told.add(told(members.get(i), result, sentAt));
        }
        // More than were asked for: whoever has one already has the others cancelled.
        orders.stream()
                .skip(members.size())
                .map(order -> told(members.getFirst(), new ApiResult.Success<>(order), sentAt))
                .forEach(told::add);
        return told;
    }

    private static List<Order> byId(Purchased bought) {
        return List.copyOf(bought.orders().stream()
                .collect(Collectors.toMap(
                        Order::orderId,
                        Function.identity(),
                        (first, second) -> first,
                        () -> new TreeMap<>(OrderIds.ORDER)))
                .values());
    }

    private static Told told(Member member, ApiResult<Order> result, Instant sentAt) {
        return new Told(member.requestId(), new Event.CreateAnswered(member.create(), result, sentAt));
    }
}
