package io.otpstream.streams.process;

import io.otpstream.streams.calls.ApiCalls.Asker;
import io.otpstream.streams.store.VerificationStore;
import io.otpstream.streams.store.VerificationStoreBuilder;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * A step that works on the verifications of its task.
 *
 * @param <V> what it forwards
 */
abstract class VerificationStep<V extends Flow> implements Processor<String, Flow, String, V> {

    private @Nullable Work<V> work;

    /** The step's work in the task of this context. */
    abstract Work<V> begin(ProcessorContext<String, V> context);

    @Override
    public final void init(ProcessorContext<String, V> context) {
        work = begin(context);
    }

    @Override
    public final void process(Record<String, Flow> record) {
        if (work != null) {
            work.process(record);
        }
    }

    @Override
    public final void close() {
        if (work != null) {
            work.end();
        }
    }

    /** What a step has and does once its context is known. Belongs to the task's thread. */
    abstract static class Work<V> {

        private static final Duration COMMIT_GLANCE = Duration.ofMillis(10);

        final Surroundings surroundings;
        final ProcessorContext<String, V> context;
        final VerificationStore store;
        final Verifications verifications;
        final Asker asker;
        final Outbox outbox;
        private final OrderMeters meters;

        /**
         * Work that has not begun.
         *
         * @param step its name in the topology
         * @param outputs the context again, as one that takes outputs, which Java can't say of {@code V}
         */
        Work(
                String step,
                Surroundings surroundings,
                ProcessorContext<String, V> context,
                ProcessorContext<String, ? super Flow.Output> outputs) {
            this.surroundings = surroundings;
            this.context = context;
            this.store = context.getStateStore(VerificationStoreBuilder.NAME);
            this.asker = surroundings.calls().asker();
            this.outbox = new Outbox(surroundings.calls().asker(), surroundings.epochs(), surroundings.replies());
            this.meters = new OrderMeters(step, context);
            this.verifications = new Verifications(
                    surroundings.lifecycle(), surroundings.countries(), store, outbox, meters, outputs);
        }

        abstract void process(Record<String, Flow> record);

        /** Sends what has been committed; the first thing in a tick. */
        void sendCommitted() {
            outbox.flush();
        }

        /** Asks for another tick while something waits for its commit. */
        void askForCommit(Tick tick) {
            if (!outbox.isEmpty()) {
                tick.again(tick.now().plus(COMMIT_GLANCE));
            }
        }

        Instant now() {
            return Instant.ofEpochMilli(context.currentSystemTimeMs());
        }

        /** The task ends. */
        void end() {
            outbox.abandon(now());
            asker.close();
            meters.close();
        }
    }
}
