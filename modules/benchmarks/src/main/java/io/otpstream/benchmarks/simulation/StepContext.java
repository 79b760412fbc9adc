package io.otpstream.benchmarks.simulation;

import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * What Kafka Streams is to one step of the topology.
 *
 * @param task whose step it is
 * @param next takes what the step forwards, at once, as in Kafka Streams
 */
record StepContext<K, V>(SimulatedTask task, Consumer<Record<? extends K, ? extends V>> next)
        implements ProcessorContext<K, V> {

    private static final TaskId TASK = new TaskId(0, 0);

    @Override
    public <K2 extends K, V2 extends V> void forward(Record<K2, V2> record) {
        next.accept(record);
    }

    @Override
    public <K2 extends K, V2 extends V> void forward(Record<K2, V2> record, String childName) {
        throw unused();
    }

    @Override
    public TaskId taskId() {
        return TASK;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Kafka's signature
    public <S extends StateStore> S getStateStore(String name) {
        return (S) task.store(name);
    }

    @Override
    public Cancellable schedule(Duration interval, PunctuationType type, Punctuator callback) {
        return task.schedule(interval, callback);
    }

    @Override
    public Cancellable schedule(Instant start, Duration interval, PunctuationType type, Punctuator callback) {
        throw unused();
    }

    @Override
    public StreamsMetrics metrics() {
        return NoMetrics.INSTANCE;
    }

    @Override
    public long currentSystemTimeMs() {
        return task.now().toEpochMilli();
    }

    @Override
    public long currentStreamTimeMs() {
        throw unused();
    }

    @Override
    public Optional<RecordMetadata> recordMetadata() {
        return Optional.empty();
    }

    @Override
    public String applicationId() {
        throw unused();
    }

    @Override
    public Serde<?> keySerde() {
        throw unused();
    }

    @Override
    public Serde<?> valueSerde() {
        throw unused();
    }

    @Override
    public File stateDir() {
        throw unused();
    }

    @Override
    public void commit() {
        task.requestCommit();
    }

    @Override
    public Map<String, Object> appConfigs() {
        throw unused();
    }

    @Override
    public Map<String, Object> appConfigsWithPrefix(String prefix) {
        throw unused();
    }

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("the simulated steps don't use this");
    }
}
