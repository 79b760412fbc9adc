package io.otpstream.benchmarks.simulation;

import io.otpstream.benchmarks.simulation.SimulatedKafka.Published;
import io.otpstream.benchmarks.simulation.SimulatedKafka.Source;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import io.otpstream.domain.lifecycle.CountryChoice;
import io.otpstream.domain.lifecycle.Event;
import io.otpstream.domain.lifecycle.Priority;
import io.otpstream.domain.lifecycle.Request;
import io.otpstream.streams.process.Flow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** People and programs at the other end: they ask, trigger texts for the numbers they are told, and change their minds. */
final class Requesters {

    private static final double TEXTS_ARRIVE = 0.75;
    private static final Duration START_WITHIN = Duration.ofHours(1);

    private final Agenda agenda;
    private final RandomGenerator random;
    private final SimulatedKafka kafka;
    private final SimulatedVendor vendor;
    private final List<Integer> countryIds;
    private final List<String> requestIds = new ArrayList<>();

    Requesters(
            Agenda agenda,
            RandomGenerator random,
            SimulatedKafka kafka,
            SimulatedVendor vendor,
            List<Integer> countryIds) {
        this.agenda = agenda;
        this.random = random;
        this.kafka = kafka;
        this.vendor = vendor;
        this.countryIds = countryIds;
    }

    /** The ids of everything that was asked for. */
    List<String> requestIds() {
        return requestIds;
    }

    void ask(int requests) {
        for (int i = 1; i <= requests; i++) {
            String id = "r" + i;
            requestIds.add(id);
            Request request = new Request(
                    1,
                    countryIds,
                    null,
                    Duration.ofSeconds(30 + random.nextInt(120)),
                    1 + random.nextInt(3),
                    agenda.instant(),
                    agenda.instant().plus(START_WITHIN),
                    Priority.INTERACTIVE,
                    null,
                    List.of(),
                    CountryChoice.LISTED,
                    false);
            Duration when = Duration.ofMillis(random.nextInt(60_000));
            say(when, Source.REQUESTS, id, new Event.Requested(request));
            if (random.nextInt(10) == 0) {
                say(when.plusMillis(random.nextInt(60_000)), Source.REQUESTS, id, new Event.Requested(request));
            }
            if (random.nextInt(5) == 0) {
                // Perhaps before the request itself.
                say(Duration.ofMillis(random.nextInt(180_000)), Source.COMMANDS, id, new Event.Withdraw());
            }
        }
    }

    /** Reacts to what was committed. */
    void read(List<Published> published) {
        for (Published each : published) {
            if (each.output() instanceof Flow.Output.Ordered(OrderEvent event)
                    && event.type() == OrderEventType.PLACED
                    && event.phoneNumber() != null
                    && event.orderId() != null) {
                use(each.key(), event.attempt(), event.orderId());
            }
        }
    }

    private void use(String requestId, int attempt, String orderId) {
        if (random.nextDouble() < TEXTS_ARRIVE) {
            agenda.after(Duration.ofMillis(500 + random.nextInt(90_000)), () -> vendor.text(orderId));
        }
        Duration later = Duration.ofMillis(random.nextInt(60_000));
        switch (random.nextInt(12)) {
            case 0 -> say(later, Source.COMMANDS, requestId, new Event.NumberRejected(attempt));
            case 1 -> say(later, Source.COMMANDS, requestId, new Event.SmsRequested(attempt));
            default -> {}
        }
    }

    private void say(Duration delay, Source source, String requestId, Event event) {
        agenda.after(delay, () -> kafka.append(source, requestId, new Flow.Input.Occurred(event)));
    }
}
