package io.otpstream.domain.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.Purchased;
import io.otpstream.domain.lifecycle.CountryChoice;
import io.otpstream.domain.lifecycle.Decision;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import io.otpstream.domain.lifecycle.Event;
import io.otpstream.domain.lifecycle.Lifecycle;
import io.otpstream.domain.lifecycle.LifecycleRules;
import io.otpstream.domain.lifecycle.Offer;
import io.otpstream.domain.lifecycle.Priority;
import io.otpstream.domain.lifecycle.Request;
import io.otpstream.domain.lifecycle.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Requests that buy together from an API which keeps to its contract: one key, one purchase. What the API answers, which
 * answers are read when and how often, and when the owner of all this crashes, is said by numbers.
 */
final class Market {

    private static final int REQUESTS = 6;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(22);

    private final Lifecycle lifecycle = new Lifecycle(LifecycleRules.published(true));
    private final PurchaseDecider decider = new PurchaseDecider(PurchaseRules.ordinary());
    private final Map<String, State> verifications = new TreeMap<>();
    private final Map<String, Purchase> purchases = new TreeMap<>();
    private final List<PurchaseAnswer> written = new ArrayList<>();
    private final Map<String, ApiResult<Purchased>> dealtWith = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private Instant now = Buying.T;
    private int orders;

    /** A thing that happens, and how: the numbers decide whatever there is to be decided. */
    record Move(Kind kind, int pick, int answer) {}

    enum Kind {
        BUY,
        READ,
        READ_AGAIN,
        PASS,
        WITHDRAW,
        CRASH
    }

    Market() {
        for (int i = 1; i <= REQUESTS; i++) {
            Request request = new Request(
                    1,
                    List.of(6),
                    20_000L,
                    Duration.ofSeconds(90),
                    5,
                    now,
                    now.plus(Duration.ofDays(1)),
                    Priority.BATCH,
                    null,
                    List.of(),
                    CountryChoice.LISTED,
                    false);
            happens("r" + i, new Event.Requested(request));
        }
    }

    void make(Move move) {
        switch (move.kind()) {
            case BUY -> buy(1 + move.pick() % REQUESTS, move.answer());
            case READ -> read(move.pick(), true);
            case READ_AGAIN -> read(move.pick(), false);
            case PASS -> pass(Duration.ofSeconds(1 + move.pick() % 40), move.answer());
            case WITHDRAW -> happens("r" + (1 + move.pick() % REQUESTS), new Event.Withdraw());
            case CRASH -> crash(move.answer());
        }
    }

    /** Everything is read, and asked for until it is known. */
    void settle(int answer) {
        for (int i = 0; i < 100 && !(purchases.isEmpty() && written.isEmpty()); i++) {
            while (!written.isEmpty()) {
                read(0, true);
            }
            pass(Duration.ofSeconds(40), answer + i);
        }
        assertThat(purchases).as("purchases that never end").isEmpty();
    }

    /** Which requests hold which orders: those open, those to be cancelled, and those that are over. */
    Map<String, List<String>> holders() {
        Map<String, List<String>> holders = new TreeMap<>();
        verifications.forEach((requestId, state) -> ordersOf(state)
                .forEach(order ->
                        holders.computeIfAbsent(order, id -> new ArrayList<>()).add(requestId)));
        return holders;
    }

    /** The orders of answers that were read. */
    Set<String> told() {
        return told;
    }

    private static Stream<String> ordersOf(State state) {
        if (!(state instanceof State.Known known)) {
            return Stream.empty();
        }
        Stream<String> own =
                state instanceof State.Rented rented ? Stream.of(rented.order().orderId()) : Stream.empty();
        Stream<String> cleanedUp = known.history().cleanups().stream().map(cleanup -> cleanup.orderId());
        return Stream.concat(own, cleanedUp);
    }

    private void buy(int most, int answer) {
        Event promised =
                new Event.PermitPromised(now.plusSeconds(1), List.of(new Offer(6, 15_000, 9, 4711, null, false)));
        List<Member> members = new ArrayList<>();
        for (String requestId : List.copyOf(verifications.keySet())) {
            Decision decision = lifecycle.decide(state(requestId), promised, now);
            if (members.size() < most
                    && decision.effects().stream().findFirst().orElse(null) instanceof SendCreate create) {
                verifications.put(requestId, decision.state());
                members.add(new Member(requestId, create));
            }
        }
        if (!members.isEmpty()) {
            String key = PurchaseKey.of("otpstream", members.getFirst());
            assertThat(dealtWith).as("keys of new purchases").doesNotContainKey(key);
            Purchase purchase = Purchase.decided(
                    key, Buying.BODY, members, now, now.plusSeconds(1).plus(ANSWER_WITHIN));
            purchases.put(key, purchase);
            send(purchase, answer);
        }
    }

    /** The API deals with a key once. That it did doesn't mean that it says so. */
    private void send(Purchase purchase, int answer) {
        ApiResult<Purchased> result =
                switch (answer % 8) {
                    case 0, 1, 2 -> dealtWith.computeIfAbsent(purchase.key(), key -> bought(purchase, answer));
                    case 3 -> {
                        dealtWith.computeIfAbsent(purchase.key(), key -> bought(purchase, answer));
                        yield new ApiResult.Failure<>(new ApiError.NoAnswer("timed out"));
                    }
                    case 4 ->
                        dealtWith.computeIfAbsent(
                                purchase.key(), key -> new ApiResult.Failure<>(new ApiError.InsufficientBalance()));
                    case 5 -> new ApiResult.Failure<>(new ApiError.ServerFailure(502));
                    case 6 -> new ApiResult.Failure<>(new ApiError.RateLimited(null));
                    default -> new ApiResult.Failure<>(new ApiError.RequestInProgress());
                };
        written.add(new PurchaseAnswer(purchase.key(), purchase.members(), result, now));
    }

    private ApiResult<Purchased> bought(Purchase purchase, int answer) {
        int asked = purchase.members().size();
        int placed = Math.max(1, asked - answer / 8 % 3);
        List<Order> all = new ArrayList<>();
        for (int i = 0; i < placed; i++) {
            all.add(Buying.order(Integer.toString(++orders)));
        }
        return new ApiResult.Success<>(new Purchased(all, asked - placed));
    }

    private void read(int pick, boolean once) {
        if (written.isEmpty()) {
            return;
        }
        int index = pick % written.size();
        PurchaseAnswer answer = once ? written.remove(index) : written.get(index);
        if (answer.result() instanceof ApiResult.Success<Purchased>(Purchased bought)) {
            bought.orders().forEach(order -> told.add(order.orderId()));
        }
        Purchase purchase = purchases.get(answer.key());
        if (purchase == null) {
            decider.answeredLate(answer).forEach(this::tell);
            return;
        }
        switch (decider.answered(purchase, answer, now)) {
            case Verdict.Again(Purchase again) -> purchases.put(again.key(), again);
            case Verdict.Over(List<Told> all) -> end(purchase, all);
        }
    }

    private void pass(Duration time, int answer) {
        now = now.plus(time);
        for (Purchase due : List.copyOf(purchases.values())) {
            if (due.nextTryAt().isAfter(now)) {
                continue;
            }
            if (decider.isOverdue(due, now)) {
                end(due, decider.givenUp(due, now));
            } else {
                Purchase again = due.sentAgain(now.plusSeconds(1).plus(ANSWER_WITHIN));
                purchases.put(again.key(), again);
                send(again, answer);
            }
        }
    }

    private void crash(int answer) {
        purchases.replaceAll((key, purchase) -> decider.inherited(purchase, ANSWER_WITHIN, now));
        pass(Duration.ZERO, answer);
    }

    private void end(Purchase purchase, List<Told> all) {
        purchases.remove(purchase.key());
        all.forEach(this::tell);
    }

    private void tell(Told each) {
        happens(each.requestId(), each.event());
    }

    private void happens(String requestId, Event event) {
        verifications.put(
                requestId, lifecycle.decide(state(requestId), event, now).state());
    }

    private State state(String requestId) {
        return verifications.getOrDefault(requestId, new State.Unknown());
    }
}
