package io.otpstream.streams.commit;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The producer of a stream thread: tells when it has committed, and commits nothing after its group has moved on.
 *
 * <p>The broker refuses the transaction of a stalled thread because of the generation that comes with its offsets. A
 * thread that has only punctuated since its assignment has no offsets, Kafka's producer then skips that request, and
 * what the punctuation wrote would be committed beside the work of its successor. So where there are no offsets, this
 * producer sends one that means nothing, of a partition that nobody in the group consumes.
 */
public final class FencingProducer extends KafkaProducer<byte[], byte[]> {

    private final Map<TopicPartition, OffsetAndMetadata> meaningless;
    private final Runnable onCommit;

    /**
     * A producer whose commits are fenced.
     *
     * @param config as for {@link KafkaProducer}; the serializers are this class's own
     * @param unconsumed a partition that exists and that the group doesn't consume
     * @param onCommit called on the committing thread, after the broker has confirmed the commit
     */
    public FencingProducer(Map<String, Object> config, TopicPartition unconsumed, Runnable onCommit) {
        super(config, new ByteArraySerializer(), new ByteArraySerializer());
        this.meaningless = Map.of(unconsumed, new OffsetAndMetadata(0));
        this.onCommit = onCommit;
    }

    @Override
    public void sendOffsetsToTransaction(
            Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata groupMetadata) {
        super.sendOffsetsToTransaction(offsets.isEmpty() ? meaningless : offsets, groupMetadata);
    }

    @Override
    public void commitTransaction() {
        super.commitTransaction();
        onCommit.run();
    }
}
