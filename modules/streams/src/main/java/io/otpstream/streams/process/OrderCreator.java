package io.otpstream.streams.process;

import io.otpstream.domain.lifecycle.Event;
import io.otpstream.domain.lifecycle.Offer;
import io.otpstream.domain.lifecycle.Request;
import io.otpstream.domain.lifecycle.State;
import io.otpstream.streams.calls.ApiCalls;
import io.otpstream.streams.calls.ApiCalls.Admission;
import io.otpstream.streams.calls.ApiCalls.Promise;
import io.otpstream.streams.process.Flow.Input;
import io.otpstream.streams.process.Flow.Output;
import io.otpstream.streams.store.VerificationStore;
import io.otpstream.streams.store.VerificationStoreBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Turns waiting requests into orders. What is about an order that exists goes on to the next step.
 */
public final class OrderCreator implements Processor<String, Flow, String, Flow> {

    private static final Duration COMMIT_GLANCE = Duration.ofMillis(10);
    private static final Duration CATALOGUE_GLANCE = Duration.ofMillis(100);
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);
    private static final Duration BETWEEN_SLICES = Duration.ofMillis(100);

    private final Surroundings surroundings;
    private final Outbox outbox;
    private @Nullable Task task;

    /** One per task, as Kafka Streams asks for it. */
    public OrderCreator(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.outbox = new Outbox(surroundings.calls(), surroundings.epochs(), surroundings.replies());
    }

    @Override
    public void init(ProcessorContext<String, Flow> context) {
        task = new Task(context);
    }

    @Override
    public void process(Record<String, Flow> record) {
        if (task != null) {
            task.process(record);
        }
    }

    @Override
    public void close() {
        if (task != null) {
            outbox.abandon(task.now());
            task.meters.close();
        }
    }

    /** What exists only once the context is known. */
    private final class Task {

        private final ProcessorContext<String, Flow> context;
        private final VerificationStore store;
        private final OrderMeters meters;
        private final Verifications verifications;
        private final InheritedCreates inherited;
        private Instant noPermitBefore = Instant.MIN;
        private Instant nextSweep;

        Task(ProcessorContext<String, Flow> context) {
            this.context = context;
            this.store = context.getStateStore(VerificationStoreBuilder.NAME);
            this.meters = new OrderMeters("order-creator", context);
            this.verifications = new Verifications(surroundings.lifecycle(), store, outbox, meters, context);
            this.inherited = new InheritedCreates(
                    surroundings.replies(), context.taskId().partition(), store.placing(), surroundings.answerWithin());
            this.nextSweep = now().plus(BETWEEN_SWEEPS);
        }

        void process(Record<String, Flow> record) {
            switch (record.value()) {
                case Output output -> context.forward(record);
                case Input.Marker(String name) -> readBack(name);
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
            outbox.flush();
            inherited.mark(tick.now());
            place(tick);
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
            for (String next = store.firstReady(now); next != null; next = store.firstReady(now)) {
                if (tick.isOver()) {
                    return;
                }
                switch (surroundings.calls().admit(ApiCalls.Kind.CREATE)) {
                    case Admission.Promised(Promise promise) -> place(next, promise, now);
                    case Admission.Later(Duration askAgain) -> {
                        noPermitBefore = now.plus(askAgain);
                        return;
                    }
                }
            }
        }

        private void place(String requestId, Promise promise, Instant now) {
            Request request = ((State.Waiting) store.get(requestId)).history().request();
            Optional<List<Offer>> offers = surroundings.catalogue().offers(request.platformId(), request.countryIds());
            if (offers.isEmpty()) {
                promise.giveBack();
                store.postpone(requestId, now.plus(CATALOGUE_GLANCE));
            } else {
                Event promised = new Event.PermitPromised(promise.sendBy(), offers.get());
                verifications.happened(requestId, promised, now, promise);
            }
        }

        /** After the next step, which may have sent a request back to waiting. */
        private void askForMore(Tick tick) {
            if (!outbox.isEmpty()) {
                tick.again(tick.now().plus(COMMIT_GLANCE));
            }
            Instant ready = store.nextReady();
            if (ready != null) {
                tick.again(ready.isAfter(noPermitBefore) ? ready : noPermitBefore);
            }
            Instant mark = inherited.nextStep();
            if (mark != null) {
                tick.again(mark);
            }
            tick.again(nextSweep);
        }

        Instant now() {
            return Instant.ofEpochMilli(context.currentSystemTimeMs());
        }
    }
}
