package io.otpstream.streams.process;

import io.otpstream.domain.lifecycle.Decision;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import io.otpstream.domain.plan.Lane;
import io.otpstream.domain.purchase.Body;
import io.otpstream.domain.purchase.Member;
import io.otpstream.domain.purchase.Purchase;
import io.otpstream.domain.purchase.PurchaseKey;
import io.otpstream.streams.calls.ApiCalls.Asker;
import io.otpstream.streams.calls.ApiCalls.Promise;
import io.otpstream.streams.store.VerificationStore;
import io.otpstream.streams.store.WaitingRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes purchases of waiting requests: the first of a lane, and those behind it that want the same. Nobody is kept waiting
 * so that more may come together. Belongs to the task's thread.
 */
final class Buyer {

    /** How many requests are looked at for each that may join: enough for a lane that wants a few things in turn. */
    private static final int LOOKED_AT_PER_PLACE = 4;

    private final Buying.InPurchases buying;
    private final Duration answerWithin;
    private final Prospects prospects;
    private final CodeLookup codes;
    private final VerificationStore store;
    private final Verifications verifications;
    private final Asker asker;
    private final PurchaseWatch watch;

    Buyer(
            Buying.InPurchases buying,
            Duration answerWithin,
            Prospects prospects,
            CodeLookup codes,
            VerificationStore store,
            Verifications verifications,
            Asker asker,
            PurchaseWatch watch) {
        this.buying = buying;
        this.answerWithin = answerWithin;
        this.prospects = prospects;
        this.codes = codes;
        this.store = store;
        this.verifications = verifications;
        this.asker = asker;
        this.watch = watch;
    }

    /**
     * Uses the promise for the lane's first request, or gives it back.
     *
     * @return whether there was a catalogue to decide by
     */
    boolean buy(Lane lane, Promise promise, Tick tick) {
        int most = watch.quantity();
        List<WaitingRequest> ready = store.firstReady(lane, LOOKED_AT_PER_PLACE * most);
        String first = ready.getFirst().requestId();
        Optional<Decision> decided = foresee(first, promise.sendBy(), tick.now());
        if (decided.isEmpty()) {
            promise.giveBack();
            return false;
        }
        verifications.adopt(first, decided.get(), tick.now());
        Optional<SendCreate> create = create(decided.get());
        if (create.isEmpty()) {
            promise.giveBack();
            return true;
        }
        List<Member> members = new ArrayList<>(List.of(new Member(first, create.get())));
        for (WaitingRequest next : ready.subList(1, ready.size())) {
            if (members.size() >= most || tick.isOver()) {
                break;
            }
            join(next.requestId(), lane, members, promise.sendBy(), tick.now());
        }
        begin(members, promise, tick.now());
        return true;
    }

    /** Becomes a member if it wants what the members want, and its tenant may. */
    private void join(String requestId, Lane lane, List<Member> members, Instant sendBy, Instant now) {
        if (!codes.giveIds(requestId, now)) {
            return;
        }
        SendCreate wanted = members.getFirst().create();
        foresee(requestId, sendBy, now).ifPresent(decision -> create(decision)
                .filter(create -> Objects.equals(create.wish(), wanted.wish()))
                .filter(create -> asker.joins(lane))
                .ifPresent(create -> {
                    verifications.adopt(requestId, decision, now);
                    members.add(new Member(requestId, create));
                }));
    }

    private void begin(List<Member> members, Promise promise, Instant now) {
        Member first = members.getFirst();
        // Offers without a product are not taken, so that there is a wish.
        byte[] body = buying.bodies().of(Objects.requireNonNull(first.create().wish()), members.size());
        Purchase purchase = Purchase.decided(
                PurchaseKey.of(buying.applicationId(), first),
                new Body(body),
                members,
                now,
                promise.sendBy().plus(answerWithin));
        watch.send(purchase, promise);
    }

    private Optional<Decision> foresee(String requestId, Instant sendBy, Instant now) {
        return prospects.of(requestId, sendBy, now).map(promised -> verifications.foresee(requestId, promised, now));
    }

    private static Optional<SendCreate> create(Decision decision) {
        return decision.effects().stream()
                .filter(SendCreate.class::isInstance)
                .map(SendCreate.class::cast)
                .findFirst();
    }
}
