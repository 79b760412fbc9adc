package io.otpstream.benchmarks.simulation;

import io.otpstream.benchmarks.budget.BudgetTerms;
import io.otpstream.benchmarks.budget.Demand;
import io.otpstream.benchmarks.simulation.SimulatedKafka.Published;
import io.otpstream.contract.OrderEventType;
import io.otpstream.domain.lifecycle.CountryChoice;
import io.otpstream.domain.lifecycle.Event;
import io.otpstream.domain.lifecycle.Lifecycle;
import io.otpstream.domain.lifecycle.LifecycleRules;
import io.otpstream.domain.lifecycle.Priority;
import io.otpstream.domain.lifecycle.Request;
import io.otpstream.streams.process.Flow;
import io.otpstream.streams.process.Flow.Output;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** The pipeline in a world in which nothing goes wrong, with as much to do as somebody wants. */
final class SteadyPipeline {

    private static final Duration START_WITHIN = Duration.ofHours(24);

    private final Agenda agenda;
    private final SimulatedKafka kafka;
    private final Demand demand;
    private final Consumer<Optional<String>> onEnd;

    private SteadyPipeline(Agenda agenda, SimulatedKafka kafka, Demand demand, Consumer<Optional<String>> onEnd) {
        this.agenda = agenda;
        this.kafka = kafka;
        this.demand = demand;
        this.onEnd = onEnd;
    }

    /**
     * Begins to work, for ever.
     *
     * @param pushing whether the vendor pushes what happens
     * @param onEnd told of every final record: the order if it brought a code, else nothing
     */
    static void start(
            Agenda agenda,
            SimulatedVendor vendor,
            long seed,
            Demand demand,
            Pushing pushing,
            Consumer<Optional<String>> onEnd) {
        SimulatedKafka kafka = new SimulatedKafka(agenda);
        SteadyPipeline pipeline = new SteadyPipeline(agenda, kafka, demand, onEnd);
        SimulatedProcess process = new SimulatedProcess(
                agenda,
                new Random(seed),
                Faults.none(),
                kafka,
                vendor,
                new Lifecycle(rules(vendor)),
                Weakness.NONE,
                new SimulatedFleet(agenda, BudgetTerms.REQUESTS_PER_MINUTE),
                Set.of(BudgetTerms.COUNTRY_ID),
                pushing.lookInterval(),
                callId -> {},
                pipeline::committed);
        if (!process.isRunning()) {
            throw new IllegalStateException("the process has not begun");
        }
        pushing.begin(agenda, vendor, process);
        pipeline.askForMore();
    }

    private static LifecycleRules rules(SimulatedVendor vendor) {
        return switch (vendor.dialect()) {
            case GUIDE -> LifecycleRules.guide();
            case PUBLISHED -> LifecycleRules.published(true);
        };
    }

    private void committed(List<Published> published) {
        for (Published each : published) {
            switch (each.output()) {
                case Output.Code(var result) -> ended(each.key(), Optional.of(result.orderId()));
                case Output.NoCode end -> ended(each.key(), Optional.empty());
                case Output.Ordered(var event) -> {
                    if (event.type() == OrderEventType.PLACED) {
                        demand.placed(each.key());
                    }
                }
                case Output.Raised alert -> throw new IllegalStateException("an alert: " + alert);
                case Output.DeadLetter letter -> throw new IllegalStateException("a dead letter: " + letter);
            }
        }
        askForMore();
    }

    private void ended(String requestId, Optional<String> orderOfCode) {
        demand.ended(requestId);
        onEnd.accept(orderOfCode);
    }

    private void askForMore() {
        while (demand.isShort()) {
            Request request = new Request(
                    BudgetTerms.PLATFORM_ID,
                    List.of(BudgetTerms.COUNTRY_ID),
                    null,
                    BudgetTerms.PATIENCE,
                    1,
                    agenda.instant(),
                    agenda.instant().plus(START_WITHIN),
                    Priority.INTERACTIVE,
                    null,
                    List.of(),
                    CountryChoice.LISTED,
                    false);
            kafka.append(
                    SimulatedKafka.Source.REQUESTS,
                    demand.next(),
                    new Flow.Input.Occurred(new Event.Requested(request)));
        }
    }
}
