package io.otpstream.streams.commit;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/** Gives every stream thread a {@link FencingProducer}; all other clients are Kafka's own. */
public final class FencingClientSupplier implements KafkaClientSupplier {

    private final TopicPartition unconsumed;
    private final ThreadCommitEpochs epochs;

    /**
     * A supplier for one Kafka Streams instance.
     *
     * @param unconsumed see {@link FencingProducer}
     * @param epochs told of every commit
     */
    public FencingClientSupplier(TopicPartition unconsumed, ThreadCommitEpochs epochs) {
        this.unconsumed = unconsumed;
        this.epochs = epochs;
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new FencingProducer(config, unconsumed, epochs::committed);
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return consumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return consumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return consumer(config);
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
