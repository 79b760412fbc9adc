package io.otpstream.streams.fleet;

import io.otpstream.streams.fleet.FleetListener.Start;
import io.otpstream.streams.fleet.FleetListener.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A topic of one partition that is followed: from where, and whether what was there at first has been read. */
final class FollowedTopic {

    private final Subscription subscription;
    private final TopicPartition partition;

    /** Where the topic ended when reading began; null before. */
    private @Nullable Long end;

    private boolean whole;

    FollowedTopic(Subscription subscription) {
        this.subscription = subscription;
        this.partition = new TopicPartition(subscription.topic(), 0);
    }

    String name() {
        return partition.topic();
    }

    TopicPartition partition() {
        return partition;
    }

    /** Whether it is decided where reading begins. */
    boolean hasBegun() {
        return end != null;
    }

    /**
     * Decides where reading begins; the consumer has the partition, but no position in it.
     *
     * @param atMost for each question
     * @return the first offset that is to be read
     * @throws org.apache.kafka.common.KafkaException if the brokers don't tell; to be tried again then
     */
    long begin(Consumer<byte[], byte[]> consumer, Duration atMost) {
        long endNow = consumer.endOffsets(List.of(partition), atMost).getOrDefault(partition, 0L);
        long first = firstOffset(consumer, endNow, atMost);
        end = endNow;
        return first;
    }

    private long firstOffset(Consumer<byte[], byte[]> consumer, long endNow, Duration atMost) {
        return switch (subscription.start()) {
            case Start.AtTheBeginning beginning ->
                consumer.beginningOffsets(List.of(partition), atMost).getOrDefault(partition, 0L);
            case Start.AtTheEnd theEnd -> endNow;
            case Start.Since(Instant instant) -> {
                OffsetAndTimestamp first = consumer.offsetsForTimes(Map.of(partition, instant.toEpochMilli()), atMost)
                        .get(partition);
                yield first == null ? endNow : first.offset();
            }
        };
    }

    void read(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(name())) {
            subscription.reader().accept(record);
        }
    }

    /** Says once that all was read that was there, when it was. */
    void tellIfWhole(Consumer<byte[], byte[]> consumer) {
        if (!whole && end != null && consumer.position(partition) >= end) {
            whole = true;
            subscription.onWhole().run();
        }
    }
}
