package io.otpstream.benchmarks.simulation;

import io.otpstream.benchmarks.simulation.SimulatedKafka.Published;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.OtpResult;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.lifecycle.Event;
import io.otpstream.streams.process.Flow;
import io.otpstream.streams.process.Flow.Output;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What must hold after a run, whatever happened in it. */
final class Invariants {

    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(2);

    private final SimulatedKafka kafka;
    private final List<Published> published;
    private final SimulatedVendor vendor;
    private final List<String> requestIds;
    private final Explanations explanations;
    private final List<String> violations = new ArrayList<>();

    Invariants(SimulatedKafka kafka, SimulatedVendor vendor, List<String> requestIds, Explanations explanations) {
        this.kafka = kafka;
        this.published = kafka.published();
        this.vendor = vendor;
        this.requestIds = requestIds;
        this.explanations = explanations;
    }

    List<String> violations() {
        return violations;
    }

    int inDoubt() {
        return (int) events(OrderEventType.IN_DOUBT).count();
    }

    int orphaned() {
        return (int) events(OrderEventType.ORPHANED).count();
    }

    /** How many final records each request has. */
    static Map<String, Integer> finalRecords(List<Published> published) {
        Map<String, Integer> finals = new TreeMap<>();
        for (Published each : published) {
            if (isFinal(each.output())) {
                finals.merge(each.key(), 1, Integer::sum);
            }
        }
        return finals;
    }

    private static boolean isFinal(Output output) {
        return output instanceof Output.NoCode
                || (output instanceof Output.Code(OtpResult result) && !result.followUp());
    }

    /** @param ended whether the run came to its end, and not to the end of its time */
    void check(boolean ended) {
        if (!ended) {
            violations.add("stuck: not everything has ended");
        }
        eachRequestEndsOnce();
        violations.addAll(explanations.objections(vendor, orderEvents()));
        whatIsAnsweredInTimeIsNotDoubted();
        spendIsPublished();
        codesAreThoseOfTheirOrders();
        nothingIsOrderedAfterTheEnd();
        nothingIsUnreadable();
        vendor.tooEarlyLooks().forEach(look -> violations.add("look too early: " + look));
    }

    void checkProcesses(List<SimulatedProcess> processes, int requestsPerMinute) {
        if (processes.stream().anyMatch(SimulatedProcess::lookedTooSoon)) {
            violations.add("look within 5 s of taking over");
        }
        processes.stream()
                .filter(process -> process.busiestMinute() > requestsPerMinute)
                .forEach(process -> violations.add(
                        "budget: " + process.busiestMinute() + " requests in a minute of " + requestsPerMinute));
    }

    private void eachRequestEndsOnce() {
        Map<String, Integer> finals = finalRecords(published);
        for (String id : requestIds) {
            int count = finals.getOrDefault(id, 0);
            if (count != 1) {
                violations.add((count == 0 ? "lost: " : "twice: ") + id + " has " + count + " final records");
            }
        }
    }

    private void whatIsAnsweredInTimeIsNotDoubted() {
        Set<String> doubts = new HashSet<>();
        events(OrderEventType.IN_DOUBT).map(Invariants::attempt).forEach(doubts::add);
        for (SimulatedKafka.Entry reply : kafka.log(SimulatedKafka.Source.REPLIES)) {
            if (reply.input() instanceof Flow.Input.Occurred(Event.CreateAnswered answer)
                    && answer.result() instanceof ApiResult.Success<Order>
                    && !reply.at()
                            .isAfter(answer.create()
                                    .sendBy()
                                    .plus(SimulatedProcess.ANSWER_WITHIN)
                                    .minus(CLOCKS_DIFFER))
                    && doubts.contains(reply.key() + "/" + answer.create().attempt())) {
                violations.add("doubted although answered: " + reply.key());
            }
        }
    }

    private void spendIsPublished() {
        long codes = outputs(Output.Code.class)
                .filter(code -> !code.result().followUp())
                .mapToLong(code -> code.result().priceIdr())
                .sum();
        long late = events(OrderEventType.LATE_CODE)
                .mapToLong(event -> event.priceIdr() == null ? 0 : event.priceIdr())
                .sum();
        if (codes + late != vendor.spentIdr()) {
            violations.add("spend: published " + (codes + late) + " IDR, the vendor has " + vendor.spentIdr());
        }
    }

    private void codesAreThoseOfTheirOrders() {
        outputs(Output.Code.class)
                .map(Output.Code::result)
                .filter(result -> !result.code().equals(SimulatedVendor.codeOf(result.orderId())))
                .map(OtpResult::requestId)
                .forEach(id -> violations.add("wrong code: " + id));
    }

    /** A withdrawn or expired request is not ordered again, whatever is replayed. */
    private void nothingIsOrderedAfterTheEnd() {
        Map<String, Instant> ended = new TreeMap<>();
        for (Published each : published) {
            if (isFinal(each.output())) {
                ended.putIfAbsent(each.key(), each.at());
            }
        }
        List<OrderEvent> events = orderEvents();
        for (SimulatedVendor.Rented order : vendor.orders()) {
            Instant end = explanations.requestOf(order, events).map(ended::get).orElse(null);
            if (end != null && order.createdAt().isAfter(end.plus(CLOCKS_DIFFER))) {
                violations.add("ordered after the end: " + order.callId());
            }
        }
    }

    private void nothingIsUnreadable() {
        outputs(Output.DeadLetter.class)
                .forEach(letter -> violations.add("dead letter: " + letter.why().reason()));
    }

    private Stream<OrderEvent> events(OrderEventType type) {
        return orderEvents().stream().filter(event -> event.type() == type);
    }

    private List<OrderEvent> orderEvents() {
        return outputs(Output.Ordered.class).map(Output.Ordered::event).toList();
    }

    private <T extends Output> Stream<T> outputs(Class<T> kind) {
        return published.stream()
                .map(Published::output)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private static String attempt(OrderEvent event) {
        return event.requestId() + "/" + event.attempt();
    }
}
