package io.otpstream.domain.lifecycle;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.FinishAccepted;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.api.ResendAccepted;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import io.otpstream.domain.lifecycle.LifecycleRules.Looking;
import io.otpstream.domain.lifecycle.State.Known;
import io.otpstream.domain.lifecycle.State.Placing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Walks through the decider, breadth first from {@link State.Unknown}: in every state that differs in kind from those
 * before, every event at every instant that matters. The same walk every time.
 */
final class Explorer {

    private static final SendCreate FOREIGN =
            new SendCreate(9, 90, Samples.VIETNAM, Samples.WHATSAPP, 9_000, Samples.START.minusSeconds(60));

    private final Lifecycle lifecycle;
    private final Transitions transitions;
    private final Looking looking;
    private final Request request;
    private final Set<String> visited = new HashSet<>();
    private final Deque<Moment> ahead = new ArrayDeque<>();

    private Explorer(LifecycleRules rules, Request request, Transitions transitions) {
        this.lifecycle = new Lifecycle(rules);
        this.looking = rules.looking();
        this.request = request;
        this.transitions = transitions;
    }

    /** Everything that can be reached, under both policies, with and without a price limit, as listed and not. */
    static Transitions explore() {
        Transitions transitions = new Transitions();
        Instant soon = Samples.START.plusSeconds(30);
        List<Request> requests = List.of(
                Samples.request(2, 10_000L, Samples.START.plusSeconds(3_600), Samples.INDONESIA, Samples.VIETNAM),
                Samples.request(2, null, soon, Samples.INDONESIA),
                Samples.choosing(
                        CountryChoice.CHEAPEST, Samples.request(2, null, soon, Samples.INDONESIA, Samples.VIETNAM)),
                Samples.byCodes(Samples.request(1, null, soon, Samples.INDONESIA)));
        for (InDoubtPolicy policy : InDoubtPolicy.values()) {
            for (Request request : requests) {
                LifecycleRules rules = LifecycleRules.guide().withInDoubtPolicy(policy);
                new Explorer(rules, request, transitions).walk();
            }
        }
        for (Duration hold : List.of(Duration.ZERO, Duration.ofMinutes(2))) {
            Request request = Samples.holding(hold, Samples.request(2, null, soon, Samples.INDONESIA));
            new Explorer(LifecycleRules.published(true), request, transitions).walk();
            new Explorer(LifecycleRules.published(false), request, transitions).walk();
        }
        return transitions;
    }

    private void walk() {
        come(new Moment(new State.Unknown(), Samples.START));
        while (!ahead.isEmpty()) {
            Moment moment = ahead.removeFirst();
            for (Instant now : instants(moment)) {
                for (Event event : events(moment.state(), now)) {
                    Decision decision = lifecycle.decide(moment.state(), event, now);
                    transitions.add(moment.state(), event, decision);
                    come(new Moment(decision.state(), now));
                }
            }
        }
    }

    private void come(Moment moment) {
        if (isNear(moment.state()) && visited.add(signature(moment))) {
            ahead.addLast(moment);
        }
    }

    private static int lastCall(State state) {
        return state instanceof Known known ? known.history().calls() : 0;
    }

    /** Further attempts and cleanups bring nothing new: how doubts end was seen in the guide's dialect. */
    private boolean isNear(State state) {
        int attempts = looking == Looking.TOGETHER ? 2 : 5;
        return !(state instanceof Known known)
                || (known.history().attempt() <= attempts
                        && known.history().cleanups().size() <= 1);
    }

    /** At once, just before and when each thing is due, and when every create has to have started. */
    private Set<Instant> instants(Moment moment) {
        Set<Instant> instants = new TreeSet<>(Set.of(moment.now()));
        for (Due due : Due.of(moment.state())) {
            instants.add(due.at().minusMillis(1));
            instants.add(due.at());
        }
        instants.add(request.startBefore());
        instants.removeIf(instant -> instant.isBefore(moment.now()));
        return instants;
    }

    private List<Event> events(State state, Instant now) {
        List<Event> events = new ArrayList<>(List.of(
                new Event.Requested(request),
                new Event.Malformed("timeout_seconds", "is out of range", now),
                new Event.Resolved(Samples.IDS),
                new Event.Unresolvable("platform", "The API has no such platform."),
                new Event.Withdraw(),
                new Event.SmsRequested(null),
                new Event.SmsRequested(1),
                new Event.NumberRejected(null),
                new Event.NumberRejected(1),
                new Event.CreateLost(),
                new Event.Reassigned(),
                new Event.TimeCame()));
        Instant sendBy = now.plusSeconds(1);
        events.add(new Event.PermitPromised(sendBy, Samples.offers()));
        events.add(new Event.PermitPromised(sendBy, List.of()));
        events.add(new Event.PermitPromised(sendBy, List.of(new Offer(Samples.INDONESIA, 9_000, 1))));
        events.add(new Event.PermitPromised(sendBy, List.of(new Offer(Samples.INDONESIA, 99_000, 1))));
        for (SendCreate create : creates(state)) {
            answers(orderOf(create)).forEach(answer -> events.add(new Event.CreateAnswered(create, answer, now)));
        }
        for (String orderId : orders(state)) {
            answers(orderId)
                    .forEach(answer -> events.add(new Event.LookAnswered(orderId, lastCall(state), answer, now)));
            events.add(new Event.CancelAnswered(orderId, new ApiResult.Success<>(new CancelAccepted()), now));
            Samples.errors()
                    .forEach(error -> events.add(new Event.CancelAnswered(orderId, Samples.failure(error), now)));
        }
        if (looking == Looking.TOGETHER) {
            addPublished(events, state, now);
        }
        return events;
    }

    /** What happens only where the API speaks the published dialect. */
    private static void addPublished(List<Event> events, State state, Instant now) {
        Offer offer = new Offer(Samples.INDONESIA, 9_000, 1, 4711, null, false);
        events.add(new Event.PermitPromised(now.plusSeconds(1), List.of(offer)));
        events.add(new Event.PermitPromised(now.plusSeconds(1), List.of(offer.bar())));
        events.add(new Event.AnotherTextWanted(null));
        events.add(new Event.AnotherTextWanted(1));
        for (SendCreate create : creates(state)) {
            Order placed = Samples.published(orderOf(create), OrderStatus.WAITING, null, 0, now.plusSeconds(120));
            events.add(new Event.CreateAnswered(create, new ApiResult.Success<>(placed), now));
        }
        for (String orderId : orders(state)) {
            events.add(new Event.FinishAnswered(orderId, new ApiResult.Success<>(new FinishAccepted()), now));
            events.add(new Event.ResendAnswered(orderId, new ApiResult.Success<>(new ResendAccepted(true)), now));
            events.add(new Event.ResendAnswered(orderId, new ApiResult.Success<>(new ResendAccepted(false)), now));
            for (ApiError error : Samples.errors()) {
                events.add(new Event.FinishAnswered(orderId, Samples.failure(error), now));
                events.add(new Event.ResendAnswered(orderId, Samples.failure(error), now));
            }
            sightings(orderId, now).forEach(order -> events.add(new Event.Seen(order, now)));
        }
    }

    private static List<SendCreate> creates(State state) {
        return state instanceof Placing placing ? List.of(FOREIGN, sent(placing)) : List.of(FOREIGN);
    }

    private static String orderOf(SendCreate create) {
        return "order-%d-%d".formatted(create.attempt(), create.call());
    }

    private static List<Order> sightings(String orderId, Instant now) {
        List<Order> sightings = new ArrayList<>();
        for (OrderStatus status : OrderStatus.values()) {
            sightings.add(Samples.published(orderId, status, null, 0, now));
            sightings.add(Samples.published(orderId, status, null, 1, now));
        }
        for (OrderStatus status : List.of(OrderStatus.TEXT_RECEIVED, OrderStatus.COMPLETED)) {
            sightings.add(Samples.published(orderId, status, Samples.CODE, 1, now));
            sightings.add(Samples.published(orderId, status, Samples.CODE, 2, now));
        }
        return sightings;
    }

    private static SendCreate sent(Placing placing) {
        History history = placing.history();
        return new SendCreate(
                history.attempt(),
                placing.call(),
                placing.countryId(),
                history.request().platformId(),
                placing.priceIdr(),
                placing.sendBy());
    }

    private static Set<String> orders(State state) {
        Set<String> orders = new TreeSet<>(Set.of("order-of-somebody-else"));
        orders.addAll(Labels.minded(state));
        if (state instanceof Known known) {
            known.history().cleanups().forEach(cleanup -> orders.add(cleanup.orderId()));
        }
        return orders;
    }

    private static List<ApiResult<Order>> answers(String orderId) {
        List<ApiResult<Order>> answers = new ArrayList<>();
        for (OrderStatus status : OrderStatus.values()) {
            answers.add(Samples.answer(orderId, status));
        }
        answers.add(new ApiResult.Success<>(
                new Order(orderId, Samples.NUMBER, OrderStatus.COMPLETED, null, null, null, null)));
        answers.add(
                new ApiResult.Success<>(Samples.published(orderId, OrderStatus.TEXT_RECEIVED, null, 1, Samples.START)));
        answers.add(new ApiResult.Success<>(new Order(orderId, null, OrderStatus.WAITING, null, null, null, null)));
        Samples.errors().forEach(error -> answers.add(Samples.failure(error)));
        return answers;
    }

    /** What makes two moments different: everything but the exact instants and amounts. */
    private String signature(Moment moment) {
        State state = moment.state();
        String own =
                switch (state) {
                    case Placing s -> "%s %s %s".formatted(s.withdrawn(), s.firstCountry(), s.unavailable());
                    case State.Waiting s -> "%s %s".formatted(s.firstCountry(), s.unavailable());
                    case State.Cancelling s ->
                        "%s %s %s %s"
                                .formatted(
                                        s.reason(),
                                        s.step(),
                                        s.order().hasText(),
                                        s.nextTryAt().isAfter(s.giveUpAt()));
                    case State.Open s ->
                        "%s %s %s"
                                .formatted(
                                        s.textRequestedAt() != null,
                                        s.order().hasText(),
                                        s.order().cancelAvailableAt() != null);
                    case State.Unknown s -> "";
                    case State.WithdrawnAhead s -> "";
                    case State.Settled s ->
                        s.held() == null
                                ? ""
                                : "held %d".formatted(s.held().order().smsRevision());
                    case State.SettledUnread s -> "";
                };
        boolean late = !moment.now().isBefore(request.startBefore());
        return "%s %s %s %s".formatted(Labels.of(state.getClass()), own, late, past(state));
    }

    private static String past(State state) {
        if (!(state instanceof Known known)) {
            return "";
        }
        History history = known.history();
        StringBuilder text = new StringBuilder("%d %d".formatted(history.attempt(), history.doubts()));
        if (history.request().wanted() instanceof Wanted.Codes) {
            text.append(" codes");
        }
        history.cleanups()
                .forEach(cleanup -> text.append(" %s %s".formatted(cleanup.step(), Math.min(cleanup.tries(), 1))));
        history.past().stream()
                .filter(past -> past.end() == AttemptEnd.PRICE_ABOVE_LIMIT)
                .findFirst()
                .ifPresent(past -> text.append(" dear"));
        return text.toString();
    }

    private record Moment(State state, Instant now) {}
}
