package io.otpstream.client;

import io.otpstream.contract.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Topics of one partition each, and the consumer that reads them. */
final class FakeTopics {

    private final Reader consumer = new Reader();
    private final Map<TopicPartition, Long> next = new HashMap<>();

    /** Kafka's own never waits for records, and would take a whole processor. */
    private static final class Reader extends MockConsumer<String, byte[]> {

        Reader() {
            super("earliest");
        }

        @Override
        public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
            ConsumerRecords<String, byte[]> polled = super.poll(timeout);
            if (polled.isEmpty()) {
                LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
            }
            return polled;
        }
    }

    /** @param read topics that are there, and hold nothing */
    static FakeTopics of(ReadingPlan read) {
        FakeTopics topics = new FakeTopics();
        read.names().forEach(topic -> topics.create(topic, 1));
        return topics;
    }

    MockConsumer<String, byte[]> consumer() {
        return consumer;
    }

    /** The topic has so many partitions from now on. */
    void create(String topic, int partitions) {
        consumer.updatePartitions(
                topic,
                IntStream.range(0, partitions)
                        .mapToObj(partition ->
                                new PartitionInfo(topic, partition, Node.noNode(), new Node[0], new Node[0]))
                        .toList());
        for (int partition = 0; partition < partitions; partition++) {
            endsAt(new TopicPartition(topic, partition), 0);
        }
    }

    /** The topic's first partition already holds so many records. */
    void endsAt(Topic<String, ?> topic, long offset) {
        endsAt(new TopicPartition(topic.name(), 0), offset);
    }

    <V> void write(Topic<String, V> topic, String key, V value) {
        write(topic, 0, key, value, new RecordHeaders());
    }

    <V> void write(Topic<String, V> topic, int partition, String key, V value, Headers headers) {
        writeBytes(topic, partition, key, topic.valueSerde().serializer().serialize(topic.name(), value), headers);
    }

    void writeBytes(Topic<String, ?> topic, int partition, String key, byte[] value, Headers headers) {
        TopicPartition where = new TopicPartition(topic.name(), partition);
        long offset = next.merge(where, 1L, Long::sum) - 1;
        consumer.addRecord(new ConsumerRecord<>(
                topic.name(),
                partition,
                offset,
                Records.T0.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                key.length(),
                value.length,
                key,
                value,
                headers,
                Optional.empty()));
    }

    private void endsAt(TopicPartition partition, long offset) {
        next.merge(partition, offset, Long::max);
        consumer.updateBeginningOffsets(Map.of(partition, 0L));
        consumer.updateEndOffsets(Map.of(partition, offset));
    }

    /** Whether all partitions are read. */
    boolean areRead(List<TopicPartition> partitions) {
        return consumer.assignment().containsAll(partitions);
    }
}
