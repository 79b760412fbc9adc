package io.otpstream.streams.process;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Purchased;
import io.otpstream.domain.purchase.Purchase;
import io.otpstream.domain.purchase.PurchaseAnswer;
import io.otpstream.domain.purchase.PurchaseDecider;
import io.otpstream.domain.purchase.Told;
import io.otpstream.domain.purchase.Verdict;
import io.otpstream.streams.calls.ApiCalls.Admission;
import io.otpstream.streams.calls.ApiCalls.Asker;
import io.otpstream.streams.calls.ApiCalls.Promise;
import io.otpstream.streams.calls.ApiCalls.Sending;
import io.otpstream.streams.calls.Bid;
import io.otpstream.streams.store.Purchases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends purchases, and sends them again until their answers are known; those of an earlier owner at once. Belongs to the
 * task's thread.
 */
final class PurchaseWatch {

    private final Buying buying;
    private final PurchaseDecider decider;
    private final Duration answerWithin;
    private final Purchases purchases;
    private final Verifications verifications;
    private final Asker asker;
    private final Outbox outbox;
    private final int partition;
    private final Quantity quantity;

    PurchaseWatch(
            Surroundings surroundings,
            Purchases purchases,
            Verifications verifications,
            Asker asker,
            Outbox outbox,
            int partition) {
        this.buying = surroundings.buying();
        this.decider = surroundings.purchases();
        this.answerWithin = surroundings.answerWithin();
        this.purchases = purchases;
        this.verifications = verifications;
        this.asker = asker;
        this.outbox = outbox;
        this.partition = partition;
        this.quantity = new Quantity(
                switch (buying) {
                    case Buying.InPurchases many -> many.maxQuantity();
                    case Buying.OneByOne one -> 1;
                });
    }

    /** How many members the next purchase may have. */
    int quantity() {
        return quantity.now();
    }

    /** Stores the purchase, and sends it once that is committed. */
    void send(Purchase purchase, Promise promise) {
        purchases.put(purchase);
        outbox.add(new Sending(purchase, partition), promise);
        verifications.commitSoon();
    }

    /** An answer was read; to a purchase that is over, it may be a repeated one, or one that came too late. */
    void answered(PurchaseAnswer answer, Instant now) {
        learn(answer);
        Purchase purchase = purchases.get(answer.key());
        if (purchase == null) {
            tell(decider.answeredLate(answer), now);
            return;
        }
        switch (decider.answered(purchase, answer, now)) {
            case Verdict.Again(Purchase again) -> purchases.put(again);
            case Verdict.Over(List<Told> told) -> end(purchase, told, now);
        }
    }

    /**
     * Sends again whatever it is time for.
     *
     * @return how long there are no permits for that; empty if nothing is left to be sent in this tick
     */
    Optional<Duration> sendDue(Tick tick) {
        Instant now = tick.now();
        for (Purchase due = purchases.firstDue(now); due != null && !tick.isOver(); due = purchases.firstDue(now)) {
            if (isHopeless(due, now)) {
                end(due, decider.givenUp(due, now), now);
                continue;
            }
            switch (asker.ask(new Bid.Conclude())) {
                case Admission.Promised(Promise promise) ->
                    send(due.sentAgain(promise.sendBy().plus(answerWithin)), promise);
                case Admission.Later(Duration askAgain) -> {
                    return Optional.of(askAgain);
                }
                case Admission.Barred(Duration askAgain) -> {
                    return Optional.of(askAgain);
                }
            }
        }
        return Optional.empty();
    }

    /** How many are to be sent again by now: permits have to be asked for them, also where nothing else is to be done. */
    int due(Instant now) {
        return purchases.due(now);
    }

    /** When {@link #sendDue} has something to do; null if it hasn't. */
    @Nullable
    Instant nextDue() {
        return purchases.nextDue();
    }

    /** The requests whose creates are sent again, if need be. */
    Set<String> members() {
        return purchases.members();
    }

    /** The guide knows no keys: what was bought before the dialect changed can't be asked for. */
    private boolean isHopeless(Purchase purchase, Instant now) {
        return switch (buying) {
            case Buying.InPurchases many -> decider.isOverdue(purchase, now);
            case Buying.OneByOne one -> true;
        };
    }

    private void learn(PurchaseAnswer answer) {
        switch (answer.result()) {
            case ApiResult.Success<Purchased> bought -> quantity.wasBought();
            case ApiResult.Failure<Purchased>(ApiError error) -> {
                if (error instanceof ApiError.InsufficientBalance) {
                    quantity.wasTooMuch(answer.members().size());
                }
            }
        }
    }

    private void end(Purchase purchase, List<Told> told, Instant now) {
        purchases.remove(purchase.key());
        asker.notPlaced((int) told.stream().filter(each -> !isPlaced(each)).count());
        tell(told, now);
    }

    private static boolean isPlaced(Told told) {
        return told.event().result() instanceof ApiResult.Success<?>;
    }

    private void tell(List<Told> told, Instant now) {
        told.forEach(each -> verifications.happened(each.requestId(), each.event(), now));
    }
}
