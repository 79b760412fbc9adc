package io.otpstream.streams.process;

import io.otpstream.domain.lifecycle.Due;
import io.otpstream.domain.lifecycle.Event;
import io.otpstream.streams.calls.ApiCalls;
import io.otpstream.streams.calls.ApiCalls.Admission;
import io.otpstream.streams.calls.ApiCalls.Promise;
import io.otpstream.streams.process.Flow.Input;
import io.otpstream.streams.process.Flow.Output;
import io.otpstream.streams.store.VerificationStore;
import io.otpstream.streams.store.VerificationStoreBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Watches orders until they end: looks at them, cancels them, and lets time pass. */
public final class OrderPoller implements Processor<String, Flow, String, Output> {

    private static final Duration COMMIT_GLANCE = Duration.ofMillis(10);

    private final Surroundings surroundings;
    private final Outbox outbox;
    private @Nullable Task task;

    /** One per task, as Kafka Streams asks for it. */
    public OrderPoller(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.outbox = new Outbox(surroundings.calls(), surroundings.epochs(), surroundings.replies());
    }

    @Override
    public void init(ProcessorContext<String, Output> context) {
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

        private final ProcessorContext<String, Output> context;
        private final VerificationStore store;
        private final OrderMeters meters;
        private final Verifications verifications;
        /** Orders whose last look nobody here remembers. */
        private final Deque<String> inherited;

        private int takenOver;
        private Instant noPermitBefore = Instant.MIN;

        Task(ProcessorContext<String, Output> context) {
            this.context = context;
            this.store = context.getStateStore(VerificationStoreBuilder.NAME);
            this.meters = new OrderMeters("order-poller", context);
            this.verifications = new Verifications(surroundings.lifecycle(), store, outbox, meters, context);
            this.inherited = new ArrayDeque<>(store.withCallsDue());
        }

        void process(Record<String, Flow> record) {
            switch (record.value()) {
                case Output output -> context.forward(record.withValue(output));
                case Input.Occurred(Event event) -> verifications.happened(record.key(), event, now());
                case Input.Ticked(Tick tick) -> {
                    doWhatIsDue(tick);
                    askForMore(tick);
                }
                case Input.Marker marker -> throw new IllegalStateException("markers end at the order-creator");
            }
        }

        private void doWhatIsDue(Tick tick) {
            outbox.flush();
            takeOver(tick);
            if (inherited.isEmpty()) {
                letTimePass(tick);
                call(Due.Kind.CANCEL, ApiCalls.Kind.CANCEL, tick);
                call(Due.Kind.LOOK, ApiCalls.Kind.LOOK, tick);
            }
        }

        /** In the order in which they were due; a nanosecond apart, so that this order stays. */
        private void takeOver(Tick tick) {
            while (!inherited.isEmpty() && !tick.isOver()) {
                Instant inTurn = tick.now().plusNanos(takenOver++);
                verifications.happened(inherited.removeFirst(), new Event.Reassigned(), inTurn);
            }
        }

        private void letTimePass(Tick tick) {
            Instant now = tick.now();
            for (String next = store.firstDue(Due.Kind.NO_CALL, now);
                    next != null && !tick.isOver();
                    next = store.firstDue(Due.Kind.NO_CALL, now)) {
                verifications.happened(next, new Event.TimeCame(), now);
            }
        }

        private void call(Due.Kind due, ApiCalls.Kind kind, Tick tick) {
            Instant now = tick.now();
            for (String next = store.firstDue(due, now);
                    next != null && !tick.isOver();
                    next = store.firstDue(due, now)) {
                switch (surroundings.calls().admit(kind)) {
                    case Admission.Promised(Promise promise) ->
                        verifications.happened(next, new Event.TimeCame(), now, promise);
                    case Admission.Later(Duration askAgain) -> {
                        noPermitBefore = now.plus(askAgain);
                        return;
                    }
                }
            }
        }

        private void askForMore(Tick tick) {
            if (!outbox.isEmpty()) {
                tick.again(tick.now().plus(COMMIT_GLANCE));
            }
            if (!inherited.isEmpty()) {
                tick.again(tick.now());
            }
            askFor(Due.Kind.NO_CALL, Instant.MIN, tick);
            askFor(Due.Kind.CANCEL, noPermitBefore, tick);
            askFor(Due.Kind.LOOK, noPermitBefore, tick);
        }

        private void askFor(Due.Kind kind, Instant notBefore, Tick tick) {
            Instant due = store.nextDue(kind);
            if (due != null) {
                tick.again(due.isAfter(notBefore) ? due : notBefore);
            }
        }

        Instant now() {
            return Instant.ofEpochMilli(context.currentSystemTimeMs());
        }
    }
}
