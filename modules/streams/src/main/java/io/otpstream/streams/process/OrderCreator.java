package io.otpstream.streams.process;

import io.otpstream.contract.TraceContext;
import io.otpstream.domain.lifecycle.Due;
import io.otpstream.domain.lifecycle.Event;
import io.otpstream.domain.lifecycle.Priority;
import io.otpstream.domain.lifecycle.State;
import io.otpstream.domain.plan.Lane;
import io.otpstream.domain.purchase.PurchaseAnswer;
import io.otpstream.streams.calls.ApiCalls.Admission;
import io.otpstream.streams.calls.ApiCalls.Promise;
import io.otpstream.streams.calls.Bid;
import io.otpstream.streams.calls.Workload;
import io.otpstream.streams.process.Flow.Input;
import io.otpstream.streams.process.Flow.Output;
import io.otpstream.streams.store.Purchases;
import io.otpstream.streams.store.WaitingRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Turns waiting requests into orders. What is about an order that exists goes on to the next step.
 */
public final class OrderCreator extends VerificationStep<Flow> {

    private static final Duration CATALOGUE_GLANCE = Duration.ofMillis(100);
    private static final Duration LIMIT_GLANCE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);
    private static final int MOST_DUE = 100;
    private static final Duration BETWEEN_SLICES = Duration.ofMillis(100);

    private final Surroundings surroundings;

    /** One per task, as Kafka Streams asks for it. */
    public OrderCreator(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    Work<Flow> begin(ProcessorContext<String, Flow> context) {
        return new Creating(surroundings, context);
    }

    private static final class Creating extends Work<Flow> {

        private final Prospects prospects;
        private final PurchaseWatch purchases;
        private final CodeLookup codes;
        private final InheritedCreates inherited;
        private Instant noPermitBefore = Instant.MIN;
        private Instant nextSweep;

        Creating(Surroundings surroundings, ProcessorContext<String, Flow> context) {
            super("order-creator", surroundings, context, context);
            int partition = context.taskId().partition();
            this.prospects = new Prospects(surroundings, store);
            this.codes = new CodeLookup(surroundings.catalogue(), store, verifications);
            this.purchases =
                    new PurchaseWatch(surroundings, inheritedPurchases(), verifications, asker, outbox, partition);
            this.inherited = new InheritedCreates(
                    surroundings.replies(), partition, createsOfOne(), surroundings.answerWithin());
            this.nextSweep = now().plus(BETWEEN_SWEEPS);
        }

        private Purchases inheritedPurchases() {
            Instant now = now();
            return new Purchases(
                    context.getStateStore(Purchases.NAME),
                    each -> surroundings.purchases().inherited(each, surroundings.answerWithin(), now));
        }

        private Map<String, State.Placing> createsOfOne() {
            Map<String, State.Placing> creates = new TreeMap<>(store.placing());
            creates.keySet().removeAll(purchases.members());
            return creates;
        }

        @Override
        void process(Record<String, Flow> record) {
            switch (record.value()) {
                case Output output -> context.forward(record);
                case Input.Marker(String name) -> readBack(name);
                case Input.Bought(PurchaseAnswer answer) -> purchases.answered(answer, now());
                case Input.Asked(Event event, TraceContext trace) ->
                    verifications.requested(record.key(), event, trace, now());
                case Input.Occurred(Event event) -> {
                    if (isForCreator(record.key(), event)) {
                        verifications.happened(record.key(), event, now());
                    } else {
                        context.forward(record);
                    }
                }
                case Input.Ticked(Tick tick) -> {
                    doWhatIsDue(tick);
                    context.forward(record);
                    askForMore(tick);
                }
            }
        }

        private boolean isForCreator(String requestId, Event event) {
            return switch (event) {
                case Event.Requested e -> true;
                case Event.Malformed e -> true;
                case Event.PermitPromised e -> true;
                case Event.CreateAnswered e -> true;
                case Event.CreateLost e -> true;
                case Event.Withdraw e -> !hasOpenOrder(requestId);
                case Event.SmsRequested e -> false;
                case Event.NumberRejected e -> false;
                case Event.LookAnswered e -> false;
                case Event.CancelAnswered e -> false;
                case Event.Reassigned e -> false;
                case Event.TimeCame e -> false;
                case Event.Seen e -> false;
                case Event.FinishAnswered e -> false;
                case Event.AnotherTextWanted e -> false;
                case Event.ResendAnswered e -> false;
                case Event.Resolved e -> true;
                case Event.Unresolvable e -> true;
            };
        }

        private boolean hasOpenOrder(String requestId) {
            State state = store.get(requestId);
            return state instanceof State.Open || state instanceof State.Cancelling;
        }

        private void readBack(String marker) {
            for (String requestId : inherited.unanswered(marker, store.placing())) {
                verifications.happened(requestId, new Event.CreateLost(), now());
            }
        }

        private void doWhatIsDue(Tick tick) {
            sendCommitted();
            inherited.mark(tick.now());
            Optional<Duration> noPermits = purchases.sendDue(tick);
            if (noPermits.isPresent()) {
                noPermitBefore = tick.now().plus(noPermits.get());
            } else {
                place(tick);
            }
            sweep(tick);
        }

        private void sweep(Tick tick) {
            if (!tick.now().isBefore(nextSweep)) {
                boolean done = store.sweep(tick.now(), tick::isOver);
                nextSweep = tick.now().plus(done ? BETWEEN_SWEEPS : BETWEEN_SLICES);
            }
        }

        private void place(Tick tick) {
            Instant now = tick.now();
            Set<Lane> waiting = store.readyLanes(now);
            while (!waiting.isEmpty() && !tick.isOver()) {
                Optional<Lane> next = asker.nextOf(waiting);
                if (next.isEmpty()) {
                    noPermitBefore = now.plus(LIMIT_GLANCE);
                    break;
                }
                WaitingRequest first = store.firstReady(next.get());
                boolean hasIds = codes.giveIds(first.requestId(), now);
                waiting = store.readyLanes(now);
                if (!hasIds) {
                    continue;
                }
                switch (asker.ask(new Bid.Create(next.get(), first.requestedAt()))) {
                    case Admission.Promised(Promise promise) -> place(next.get(), first.requestId(), promise, tick);
                    case Admission.Later(Duration askAgain) -> {
                        noPermitBefore = now.plus(askAgain);
                        return;
                    }
                    case Admission.Barred(Duration askAgain) -> {
                        noPermitBefore = now.plus(askAgain);
                        return;
                    }
                }
                waiting = store.readyLanes(now);
            }
            if (waiting.isEmpty() || noPermitBefore.isAfter(now)) {
                asker.rest();
            }
        }

        /** As many as make a difference to what permits are asked for. */
        private int dueCalls(Instant now) {
            int calls = Stream.of(Due.Kind.CANCEL, Due.Kind.CANCEL_UNUSED, Due.Kind.FINISH)
                    .mapToInt(kind -> store.due(kind, now, MOST_DUE))
                    .sum();
            return calls + purchases.due(now);
        }

        private void place(Lane lane, String first, Promise promise, Tick tick) {
            boolean decided =
                    switch (surroundings.buying()) {
                        case Buying.OneByOne one -> placeOne(first, promise, tick.now());
                        case Buying.InPurchases many -> buyer(many).buy(lane, promise, tick);
                    };
            if (!decided) {
                store.postpone(first, tick.now().plus(CATALOGUE_GLANCE));
            }
        }

        /** Whether there was a catalogue to decide by. */
        private boolean placeOne(String requestId, Promise promise, Instant now) {
            Optional<Event> promised = prospects.of(requestId, promise.sendBy(), now);
            promised.ifPresentOrElse(
                    event -> verifications.happened(requestId, event, now, promise), promise::giveBack);
            return promised.isPresent();
        }

        private Buyer buyer(Buying.InPurchases buying) {
            return new Buyer(
                    buying, surroundings.answerWithin(), prospects, codes, store, verifications, asker, purchases);
        }

        /** After the next step, which may have sent a request back to waiting. */
        private void askForMore(Tick tick) {
            askForCommit(tick);
            asker.report(new Workload(
                    store.openOrders(),
                    store.waiting(Priority.INTERACTIVE),
                    store.waiting(Priority.BATCH),
                    store.oldestReady(),
                    dueCalls(tick.now())));
            Instant ready = store.nextReady();
            if (ready != null) {
                tick.again(ready.isAfter(noPermitBefore) ? ready : noPermitBefore);
            }
            Instant again = purchases.nextDue();
            if (again != null) {
                tick.again(again.isAfter(noPermitBefore) ? again : noPermitBefore);
            }
            Instant mark = inherited.nextStep();
            if (mark != null) {
                tick.again(mark);
            }
            tick.again(nextSweep);
        }
    }
}
