package io.otpstream.dashboard.tables;

import io.otpstream.contract.Topic;
import io.otpstream.contract.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Reads the topics of the tables, without a group: whole tables, and orders of the last hour. For one thread. */
final class TopicFeed implements AutoCloseable {

    private static final List<Topic<String, ?>> WHOLE = List.of(
            Topics.SUCCESS_RATES,
            Topics.SUCCESS_RATES_BY_PLATFORM,
            Topics.SUCCESS_RATES_BY_HOUR,
            Topics.COSTS,
            Topics.BALANCE_STATEMENTS,
            Topics.ALERTS);

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Consumer<String, byte[]> consumer;
    private final Tables tables;
    private Map<TopicPartition, Long> ends = Map.of();
    private boolean caughtUp;

    private TopicFeed(Consumer<String, byte[]> consumer, Tables tables) {
        this.consumer = consumer;
        this.tables = tables;
    }

    /**
     * Finds out where to begin; throws Kafka's own exceptions, also when a topic is missing.
     *
     * @param consumer reads committed records only; closed with the feed, and when this fails
     * @param now by the clock of the orders topic
     */
    static TopicFeed open(Consumer<String, byte[]> consumer, Tables tables, Instant now) {
        TopicFeed feed = new TopicFeed(consumer, tables);
        try {
            feed.begin(now);
            return feed;
        } catch (RuntimeException e) {
            feed.close();
            throw e;
        }
    }

    /** Takes what comes within so long. */
    void poll(Duration atMost) {
        for (ConsumerRecord<String, byte[]> each : consumer.poll(atMost)) {
            tables.accept(each.topic(), each.key(), each.value());
        }
    }

    /** Asks the brokers how far the topics go by now; whether they answer. */
    boolean probe() {
        try {
            caughtUp |= !ends.isEmpty() && hasReadTo(ends);
            ends = consumer.endOffsets(consumer.assignment(), PATIENCE);
            return true;
        } catch (TimeoutException silent) {
            return false;
        }
    }

    /** Whether everything was read that was there at some probe. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(PATIENCE));
    }

    private void begin(Instant now) {
        List<TopicPartition> whole = new ArrayList<>();
        WHOLE.forEach(topic -> whole.addAll(partitions(topic)));
        List<TopicPartition> orders = partitions(Topics.ORDERS);
        List<TopicPartition> all = new ArrayList<>(whole);
        all.addAll(orders);
        consumer.assign(all);
        consumer.seekToBeginning(whole);
        firstsSince(orders, now.minus(tables.orderSpan())).forEach(consumer::seek);
    }

    private List<TopicPartition> partitions(Topic<String, ?> topic) {
        List<PartitionInfo> partitions = consumer.partitionsFor(topic.name(), PATIENCE);
        if (partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException("topic " + topic.name() + " is missing");
        }
        return partitions.stream()
                .map(each -> new TopicPartition(topic.name(), each.partition()))
                .toList();
    }

    /** Of each partition the first record that isn't older, or its end where all are. */
    private Map<TopicPartition, Long> firstsSince(List<TopicPartition> partitions, Instant since) {
        Map<TopicPartition, Long> starts = new HashMap<>(consumer.endOffsets(partitions, PATIENCE));
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> firsts = consumer.offsetsForTimes(times, PATIENCE);
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp first = firsts.get(partition);
            if (first != null) {
                starts.put(partition, first.offset());
            }
        }
        return starts;
    }

    private boolean hasReadTo(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream().allMatch(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
    }
}
