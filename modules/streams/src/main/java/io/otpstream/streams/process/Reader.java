package io.otpstream.streams.process;

import io.otpstream.contract.DeadLetterHeaders;
import io.otpstream.streams.process.Flow.Output;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of one topic, as bytes: a serde that fails would stop the thread, or lose the record.
 *
 * <p>What it passes on happens now, whatever the time of the record: rows of the store are written with that time, and
 * segments of their changelog are rolled by it.
 */
public abstract class Reader implements Processor<byte[], byte[], String, Flow> {

    /** Leaves room for the headers below the largest record that brokers take. */
    private static final int LARGEST_LETTER = 1_900_000;

    private @Nullable ProcessorContext<String, Flow> context;

    /** Passes on what the record means, or buries it. */
    protected abstract void read(Record<byte[], byte[]> record);

    @Override
    public final void init(ProcessorContext<String, Flow> taskContext) {
        context = taskContext;
    }

    @Override
    public final void process(Record<byte[], byte[]> record) {
        read(record);
    }

    /** To the next step, under the request's id. */
    protected final void pass(String requestId, Flow flow) {
        context().forward(new Record<>(requestId, flow, context().currentSystemTimeMs()));
    }

    /**
     * To the dead letters.
     *
     * @param field null if the record as a whole is at fault
     */
    protected final void bury(Record<byte[], byte[]> record, String reason, @Nullable String field) {
        RecordMetadata origin = context()
                .recordMetadata()
                .orElseThrow(() -> new IllegalStateException("a record was read outside of a topic"));
        boolean tooLarge = record.value() != null && record.value().length > LARGEST_LETTER;
        String why = tooLarge ? reason + " The value is left out: it is larger than a dead letter may be." : reason;
        DeadLetterHeaders headers =
                new DeadLetterHeaders(origin.topic(), origin.partition(), origin.offset(), why, field);
        Output letter = new Output.DeadLetter(record.key(), tooLarge ? null : record.value(), headers);
        context().forward(new Record<>("", letter, context().currentSystemTimeMs(), record.headers()));
    }

    private ProcessorContext<String, Flow> context() {
        if (context == null) {
            throw new IllegalStateException("not initialised");
        }
        return context;
    }
}
