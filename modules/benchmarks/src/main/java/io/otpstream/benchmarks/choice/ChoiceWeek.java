package io.otpstream.benchmarks.choice;

import io.otpstream.benchmarks.simulation.Agenda;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.choice.Belief;
import io.otpstream.domain.choice.CountryChooser;
import io.otpstream.domain.lifecycle.Decision;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import io.otpstream.domain.lifecycle.Event;
import io.otpstream.domain.lifecycle.History;
import io.otpstream.domain.lifecycle.Lifecycle;
import io.otpstream.domain.lifecycle.LifecycleRules;
import io.otpstream.domain.lifecycle.Offer;
import io.otpstream.domain.lifecycle.Priority;
import io.otpstream.domain.lifecycle.Request;
import io.otpstream.domain.lifecycle.State;
import io.otpstream.streams.choice.CountryPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A week of requests under one way to choose. Every request lives through the pipeline's own decider; what is left out is
 * how long permits, looks and the network take, which is the same whoever chooses.
 */
final class ChoiceWeek {

    private static final int PLATFORM_ID = 1;
    private static final int MOST_ATTEMPTS = 2;
    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final Duration PERMIT_LIFE = Duration.ofSeconds(1);
    private static final Duration START_WITHIN = Duration.ofHours(24);
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double MS_PER_SECOND = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Agenda agenda = new Agenda();
    private final Lifecycle lifecycle = new Lifecycle(LifecycleRules.guide());
    private final CountedOrders counted = new CountedOrders(PLATFORM_ID);
    private final FavouriteWatch watch = new FavouriteWatch();
    private final Contender contender;
    private final Market market;
    private final CountryPlan plan;
    private final double waitIdrPerMinute;
    private long requests;
    private long orders;
    private long codes;
    private long spentIdr;
    private double waitSeconds;

    private ChoiceWeek(Contender contender, long seed, double waitIdrPerMinute) {
        this.contender = contender;
        this.market = new Market(seed);
        this.plan = new CountryPlan(new CountryChooser(waitIdrPerMinute), counted::known, new Random(seed));
        this.waitIdrPerMinute = waitIdrPerMinute;
    }

    static ChoiceFigures run(Contender contender, long seed, int requests, double waitIdrPerMinute) {
        ChoiceWeek week = new ChoiceWeek(contender, seed, waitIdrPerMinute);
        List<Duration> times = DailyLoad.times(seed, requests, VirtualChoice.WEEK);
        for (int number = 0; number < requests; number++) {
            Verification verification = week.new Verification(number);
            week.agenda.after(times.get(number), verification::begin);
        }
        while (week.agenda.step()) {
            // Until the last request has ended.
        }
        return week.figures();
    }

    private ChoiceFigures figures() {
        return new ChoiceFigures(
                requests,
                orders,
                codes,
                spentIdr,
                waitSeconds,
                waitIdrPerMinute,
                watch.leftAfterHours(),
                watch.backAfterHours());
    }

    private Duration sinceStart() {
        return Duration.ofNanos(agenda.nanos());
    }

    private List<Offer> offers(History history) {
        return switch (contender) {
            case LISTED, CHEAPEST, BEST -> plan.inOrder(history, Market.offers(), agenda.instant());
            case ALL_KNOWING ->
                Market.offers().stream()
                        .sorted(Comparator.comparingDouble(this::trueCost))
                        .toList();
        };
    }

    private double trueCost(Offer offer) {
        Market.Country country = Market.country(offer.countryId());
        double success = country.successAt(sinceStart());
        return new Belief(success, 1 - success, country.meanSeconds(), 1)
                .costPerCode(
                        success,
                        offer.priceIdr(),
                        TIMEOUT.toMillis() / MS_PER_SECOND,
                        waitIdrPerMinute / SECONDS_PER_MINUTE);
    }

    /** One request, from its arrival to its final record. */
    private final class Verification {

        private final int number;
        private State state = new State.Unknown();
        private Instant begunAt = Instant.EPOCH;

        Verification(int number) {
            this.number = number;
        }

        void begin() {
            requests++;
            begunAt = agenda.instant();
            happens(new Event.Requested(request()));
            place();
        }

        private Request request() {
            return new Request(
                    PLATFORM_ID,
                    Market.countries().stream().map(Market.Country::id).toList(),
                    null,
                    TIMEOUT,
                    MOST_ATTEMPTS,
                    agenda.instant(),
                    agenda.instant().plus(START_WITHIN),
                    Priority.INTERACTIVE,
                    null,
                    List.of(),
                    contender.choice(),
                    false);
        }

        private void place() {
            History history = ((State.Waiting) state).history();
            Event permit = new Event.PermitPromised(agenda.instant().plus(PERMIT_LIFE), offers(history));
            SendCreate create = (SendCreate) happens(permit).effects().getFirst();
            String orderId = "o" + ++orders;
            watch.ordered(create.countryId(), sinceStart());
            counted.placed(create.countryId(), agenda.instant());
            happens(new Event.CreateAnswered(create, order(orderId, OrderStatus.WAITING), agenda.instant()));
            Market.Country country = Market.country(create.countryId());
            switch (market.fate(number, create.attempt(), country, sinceStart())) {
                case Fate.Text(Duration after)
                when after.compareTo(TIMEOUT) < 0 -> agenda.after(after, () -> codeCame(orderId, country, after));
                case Fate.Refused(Duration after)
                when after.compareTo(TIMEOUT) < 0 ->
                    agenda.after(after, () -> gaveUp(orderId, country, new Event.NumberRejected(null)));
                case Fate fate -> agenda.after(TIMEOUT, () -> gaveUp(orderId, country, new Event.TimeCame()));
            }
        }

        private void codeCame(String orderId, Market.Country country, Duration age) {
            happens(new Event.LookAnswered(orderId, 1, order(orderId, OrderStatus.COMPLETED), agenda.instant()));
            codes++;
            spentIdr += country.priceIdr();
            counted.ended(country.id(), Optional.of(age), agenda.instant());
            end();
        }

        private void gaveUp(String orderId, Market.Country country, Event why) {
            happens(why);
            happens(new Event.CancelAnswered(orderId, new ApiResult.Success<>(new CancelAccepted()), agenda.instant()));
            counted.ended(country.id(), Optional.empty(), agenda.instant());
            if (state instanceof State.Waiting) {
                place();
            } else {
                end();
            }
        }

        private void end() {
            if (!(state instanceof State.Settled)) {
                throw new IllegalStateException("not at its end: " + state);
            }
            waitSeconds += Duration.between(begunAt, agenda.instant()).toNanos() / NANOS_PER_SECOND;
        }

        private Decision happens(Event event) {
            Decision decision = lifecycle.decide(state, event, agenda.instant());
            state = decision.state();
            return decision;
        }

        private ApiResult<Order> order(String orderId, OrderStatus status) {
            String code = status == OrderStatus.COMPLETED ? "000000" : null;
            return new ApiResult.Success<>(new Order(orderId, "+1" + number, status, code, null, null, null));
        }
    }
}
