package io.otpstream.domain.lifecycle;

import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.FinishAccepted;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.api.ResendAccepted;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import io.otpstream.domain.lifecycle.Effect.SendLook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One verification to which anything may happen: in a plausible order or not, twice, late, meant for another attempt or
 * another order. A {@link Journal} reads along.
 */
final class RandomLife {

    private static final SendCreate FOREIGN =
            new SendCreate(7, 70, Samples.VIETNAM, Samples.WHATSAPP, 9_000, Samples.START.minusSeconds(3_600));

    private final LifecycleRules rules;
    private final Lifecycle lifecycle;
    private final Journal journal;
    private final List<SendCreate> creates = new ArrayList<>(List.of(FOREIGN));
    private final List<Look> looks = new ArrayList<>();
    private final List<String> orders = new ArrayList<>(List.of("order-of-somebody-else"));
    private State state = new State.Unknown();
    private Instant now = Samples.START;

    RandomLife(LifecycleRules rules) {
        this.rules = rules;
        lifecycle = new Lifecycle(rules);
        journal = new Journal(lifecycle, rules);
    }

    State state() {
        return state;
    }

    Journal journal() {
        return journal;
    }

    void make(Move move) {
        switch (move.kind()) {
            case PASS -> now = now.plus(shortened(pick(Move.SPANS, move.pick())));
            case TO_DUE -> toDue(move.pick());
            case REQUESTED -> happens(new Event.Requested(request(move)));
            case MALFORMED -> happens(new Event.Malformed("timeout_seconds", "is out of range", now));
            case RESOLVED -> happens(new Event.Resolved(Samples.IDS));
            case UNRESOLVABLE -> happens(new Event.Unresolvable("countries", "The API has no such country."));
            case WITHDRAW -> happens(new Event.Withdraw());
            case SMS_REQUESTED ->
                happens(attempted(move) == 0 ? new Event.SmsRequested(null) : new Event.SmsRequested(attempted(move)));
            case NUMBER_REJECTED ->
                happens(
                        attempted(move) == 0
                                ? new Event.NumberRejected(null)
                                : new Event.NumberRejected(attempted(move)));
            case PERMIT_PROMISED ->
                happens(new Event.PermitPromised(now.plus(shortened(Duration.ofSeconds(1))), offers(move)));
            case CREATE_ANSWERED -> createAnswered(move);
            case LOOK_ANSWERED -> lookAnswered(move);
            case CANCEL_ANSWERED -> cancelAnswered(move);
            case SEEN -> seen(move);
            case FINISH_ANSWERED -> finishAnswered(move);
            case ANOTHER_TEXT_WANTED ->
                happens(
                        attempted(move) == 0
                                ? new Event.AnotherTextWanted(null)
                                : new Event.AnotherTextWanted(attempted(move)));
            case RESEND_ANSWERED -> resendAnswered(move);
            case CREATE_LOST -> happens(new Event.CreateLost());
            case REASSIGNED -> happens(new Event.Reassigned());
            case TIME_CAME -> happens(new Event.TimeCame());
        }
    }

    private void happens(Event event) {
        State before = state;
        Decision decision = lifecycle.decide(before, event, now);
        state = decision.state();
        for (Effect effect : decision.effects()) {
            if (effect instanceof SendCreate create) {
                creates.add(create);
            }
            if (effect instanceof SendLook look) {
                looks.add(new Look(look.orderId(), look.call(), now));
            }
        }
        journal.read(before, event, now, decision);
    }

    private void toDue(int pick) {
        List<Due> dues = Due.of(state);
        if (!dues.isEmpty()) {
            Instant at = pick(dues, pick).at();
            now = at.isAfter(now) ? at : now;
            happens(new Event.TimeCame());
        }
    }

    private static int attempted(Move move) {
        return Math.floorMod(move.pick(), 4);
    }

    private static Request request(Move move) {
        Long most = move.answer() % 3 == 0 ? Long.valueOf(10_000) : null;
        Instant startBefore =
                Samples.START.plus(move.answer() % 5 == 0 ? Duration.ofSeconds(100) : Duration.ofHours(24));
        int attempts = 1 + move.pick() % 5;
        Request request = move.pick() % 2 == 0
                ? Samples.request(attempts, most, startBefore, Samples.INDONESIA, Samples.VIETNAM)
                : Samples.request(attempts, most, startBefore, Samples.INDONESIA);
        Request chosen = Samples.choosing(pick(List.of(CountryChoice.values()), move.answer() / 2), request);
        Request held = move.pick() % 3 == 0 ? Samples.holding(Duration.ofSeconds(100), chosen) : chosen;
        return move.answer() % 3 == 2 ? Samples.byCodes(held) : held;
    }

    private static List<Offer> offers(Move move) {
        return switch (move.answer() % 6) {
            case 0 -> List.of();
            case 1 -> List.of(new Offer(Samples.INDONESIA, 15_000, 0), new Offer(Samples.VIETNAM, 9_000, 3));
            case 2 -> List.of(new Offer(Samples.INDONESIA, 12_000, 4), new Offer(Samples.VIETNAM, 90_000, 0));
            case 3 ->
                List.of(
                        new Offer(Samples.INDONESIA, 12_000, 4, 4711, null, false).bar(),
                        new Offer(Samples.VIETNAM, 90_000, 2, 4712, 3, false));
            default -> Samples.offers();
        };
    }

    /** The same create always rents the same number: an answer may come twice, an order may not. */
    private void createAnswered(Move move) {
        SendCreate create = latest(creates, move.pick());
        String orderId = "order-%d-%d-%s".formatted(create.attempt(), create.call(), create.sendBy());
        List<ApiResult<Order>> answers = new ArrayList<>(orderAnswers(orderId));
        answers.add(new ApiResult.Success<>(new Order(orderId, null, OrderStatus.WAITING, null, null, null, null)));
        // As often placed as refused, so that lives get somewhere.
        boolean placed = move.answer() % 2 == 0;
        ApiResult<Order> answer = placed ? placed(orderId) : pick(answers, move.answer());
        if (answer instanceof ApiResult.Success<Order> && !orders.contains(orderId)) {
            orders.add(orderId);
        }
        happens(new Event.CreateAnswered(create, answer, sent(create.sendBy().minusMillis(500))));
    }

    private ApiResult<Order> placed(String orderId) {
        return switch (rules.looking()) {
            case ONE_BY_ONE -> Samples.answer(orderId, OrderStatus.WAITING);
            case TOGETHER ->
                new ApiResult.Success<>(new Order(
                        orderId,
                        Samples.NUMBER,
                        OrderStatus.WAITING,
                        null,
                        null,
                        9_000L,
                        now.plus(shortened(Duration.ofMinutes(20))),
                        0,
                        now.plus(shortened(Duration.ofMinutes(2)))));
        };
    }

    private void lookAnswered(Move move) {
        Look look = looks.isEmpty() || move.pick() % 7 == 6
                ? new Look(latest(orders, move.answer()), 0, now)
                : latest(looks, move.pick());
        ApiResult<Order> answer = pick(orderAnswers(look.orderId()), move.answer());
        happens(new Event.LookAnswered(look.orderId(), look.call(), answer, now));
    }

    private void cancelAnswered(Move move) {
        List<ApiResult<CancelAccepted>> answers = new ArrayList<>();
        answers.add(new ApiResult.Success<>(new CancelAccepted()));
        Samples.errors().forEach(error -> answers.add(Samples.failure(error)));
        happens(new Event.CancelAnswered(latest(orders, move.pick()), pick(answers, move.answer()), now));
    }

    private static List<ApiResult<Order>> orderAnswers(String orderId) {
        List<ApiResult<Order>> answers = new ArrayList<>();
        for (OrderStatus status : OrderStatus.values()) {
            answers.add(Samples.answer(orderId, status));
        }
        answers.add(new ApiResult.Success<>(
                new Order(orderId, Samples.NUMBER, OrderStatus.COMPLETED, null, null, null, null)));
        Samples.errors().forEach(error -> answers.add(Samples.failure(error)));
        return answers;
    }

    private void seen(Move move) {
        String orderId = latest(orders, move.pick());
        int texts = move.answer() % 4;
        List<Order> sightings = List.of(
                sighting(orderId, OrderStatus.WAITING, null, 0),
                sighting(orderId, OrderStatus.TEXT_RECEIVED, null, texts),
                sighting(orderId, OrderStatus.TEXT_RECEIVED, Samples.CODE, texts),
                sighting(orderId, OrderStatus.COMPLETED, Samples.CODE, texts),
                sighting(orderId, OrderStatus.COMPLETED, null, texts),
                sighting(orderId, OrderStatus.EXPIRED, null, 0),
                sighting(orderId, OrderStatus.CANCELLED, null, 0));
        happens(new Event.Seen(pick(sightings, move.answer()), now.minusMillis(move.pick())));
    }

    private Order sighting(String orderId, OrderStatus status, @Nullable String code, int texts) {
        return Samples.published(orderId, status, code, texts, now.plus(shortened(Duration.ofSeconds(30))));
    }

    private void finishAnswered(Move move) {
        List<ApiResult<FinishAccepted>> answers = new ArrayList<>();
        answers.add(new ApiResult.Success<>(new FinishAccepted()));
        Samples.errors().forEach(error -> answers.add(Samples.failure(error)));
        happens(new Event.FinishAnswered(latest(orders, move.pick()), pick(answers, move.answer()), now));
    }

    private void resendAnswered(Move move) {
        List<ApiResult<ResendAccepted>> answers = new ArrayList<>();
        answers.add(new ApiResult.Success<>(new ResendAccepted(true)));
        answers.add(new ApiResult.Success<>(new ResendAccepted(false)));
        Samples.errors().forEach(error -> answers.add(Samples.failure(error)));
        happens(new Event.ResendAnswered(latest(orders, move.pick()), pick(answers, move.answer()), now));
    }

    private Instant sent(Instant at) {
        return at.isAfter(now) ? now : at;
    }

    private Duration shortened(Duration span) {
        return Duration.ofNanos((long) (span.toNanos() / rules.speed()));
    }

    /** Small numbers mean what came last. */
    private static <T> T latest(List<T> elements, int pick) {
        return elements.get(elements.size() - 1 - (pick / 3) % elements.size());
    }

    private static <T> T pick(List<T> elements, int pick) {
        return elements.get(pick % elements.size());
    }

    private record Look(String orderId, int call, Instant sentAt) {}
}
