package io.otpstream.client;

import io.otpstream.contract.clients.ClientConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads committed records of all partitions of some topics, without a group, on a thread of its own. Partitions that are
 * added later are read from their beginning.
 */
final class TopicFeed implements AutoCloseable {

    private static final Duration ONE_POLL = Duration.ofMillis(200);
    private static final Duration LOOK_FOR_PARTITIONS_EVERY = Duration.ofSeconds(1);
    private static final Duration PARTITIONS_KNOWN_WITHIN = Duration.ofSeconds(30);
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(5);

    private final Consumer<String, byte[]> consumer;
    private final ReadingPlan plan;
    private final Duration patience;
    private final FeedListener listener;
    private final Thread thread;
    private final AtomicBoolean closing = new AtomicBoolean();
    private List<TopicPartition> assigned = List.of();
    private Map<TopicPartition, Long> wholeUntil = Map.of();
    private boolean caughtUp;
    private long partitionsSeenNanos;

    private TopicFeed(
            String name,
            Consumer<String, byte[]> consumer,
            ReadingPlan plan,
            Duration patience,
            FeedListener listener) {
        this.consumer = consumer;
        this.plan = plan;
        this.patience = patience;
        this.listener = listener;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /** One that it can be given. */
    static Consumer<String, byte[]> consumer(ClientConfig client) {
        Map<String, Object> config = client.forConsumer();
        // Partitions that are added are noticed within that time.
        config.putIfAbsent(ConsumerConfig.METADATA_MAX_AGE_CONFIG, Math.toIntExact(PARTITIONS_KNOWN_WITHIN.toMillis()));
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Returns when it is decided where the reading begins; throws Kafka's own exceptions, also when a topic is missing.
     *
     * @param name of the thread
     * @param consumer closed with the feed, and when this fails
     * @param patience how long the brokers' answers may take
     */
    static TopicFeed start(
            String name,
            Consumer<String, byte[]> consumer,
            ReadingPlan plan,
            Duration patience,
            FeedListener listener) {
        TopicFeed feed = new TopicFeed(name, consumer, plan, patience, listener);
        try {
            feed.takePositions();
        } catch (RuntimeException e) {
            feed.closeConsumer();
            throw e;
        }
        feed.thread.start();
        return feed;
    }

    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            consumer.wakeup();
        }
        try {
            thread.join(CLOSED_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takePositions() {
        assigned = partitions();
        consumer.assign(assigned);
        List<String> wholeNames =
                plan.whole().stream().map(topic -> topic.name()).toList();
        List<TopicPartition> whole = assigned.stream()
                .filter(partition -> wholeNames.contains(partition.topic()))
                .toList();
        List<TopicPartition> news = new ArrayList<>(assigned);
        news.removeAll(whole);
        consumer.seekToBeginning(whole);
        consumer.endOffsets(news, patience).forEach(consumer::seek);
        wholeUntil = consumer.endOffsets(whole, patience);
        partitionsSeenNanos = System.nanoTime();
    }

    private void run() {
        try {
            while (!closing.get()) {
                consumer.poll(ONE_POLL).forEach(listener::onRecord);
                noteCaughtUp();
                followPartitions();
            }
        } catch (WakeupException closed) {
            // Only close wakes it up.
        } catch (RuntimeException e) {
            listener.onFailure(e);
        } catch (Error e) {
            listener.onFailure(e);
            throw e;
        } finally {
            closeConsumer();
        }
    }

    private void noteCaughtUp() {
        if (!caughtUp && isCaughtUp()) {
            caughtUp = true;
            listener.onCaughtUp();
        }
    }

    private boolean isCaughtUp() {
        try {
            return wholeUntil.entrySet().stream()
                    .allMatch(end -> consumer.position(end.getKey(), ONE_POLL) >= end.getValue());
        } catch (TimeoutException unknown) {
            // A leader may move. It is asked again.
            return false;
        }
    }

    /** Somebody may add partitions, and requests then go there; the client's metadata know, as old as they may be. */
    private void followPartitions() {
        if (System.nanoTime() - partitionsSeenNanos < LOOK_FOR_PARTITIONS_EVERY.toNanos()) {
            return;
        }
        partitionsSeenNanos = System.nanoTime();
        List<TopicPartition> now;
        try {
            now = partitions();
        } catch (TimeoutException | UnknownTopicOrPartitionException unknown) {
            // What is assigned is read on, and it is asked again.
            return;
        }
        List<TopicPartition> added = new ArrayList<>(now);
        added.removeAll(assigned);
        if (!added.isEmpty()) {
            assigned = now;
            consumer.assign(now);
            consumer.seekToBeginning(added);
        }
    }

    private List<TopicPartition> partitions() {
        List<TopicPartition> all = new ArrayList<>();
        for (String topic : plan.names()) {
            List<PartitionInfo> partitions = consumer.partitionsFor(topic, patience);
            if (partitions.isEmpty()) {
                throw new UnknownTopicOrPartitionException(
                        "topic " + topic + " is missing: 'otpstream topics create' makes it, and 'otpstream run' does");
            }
            partitions.forEach(each -> all.add(new TopicPartition(topic, each.partition())));
        }
        return all;
    }

    private void closeConsumer() {
        consumer.close(CloseOptions.timeout(CLOSED_WITHIN));
    }
}
