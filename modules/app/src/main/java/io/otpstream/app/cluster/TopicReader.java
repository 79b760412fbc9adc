package io.otpstream.app.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads committed records of all partitions of some topics. For one thread. */
public final class TopicReader implements AutoCloseable {

    private static final Duration ONE_POLL = Duration.ofMillis(200);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> starts;
    private final Map<TopicPartition, Long> ends;
    private final Duration patience;

    private TopicReader(
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> starts,
            Map<TopicPartition, Long> ends,
            Duration patience) {
        this.consumer = consumer;
        this.starts = Map.copyOf(starts);
        this.ends = ends;
        this.patience = patience;
    }

    /** @param consumer reads committed records only; closed by {@link #close} */
    static TopicReader open(
            Consumer<byte[], byte[]> consumer,
            Collection<TopicPartition> partitions,
            StartAt start,
            Duration patience) {
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, patience);
        Map<TopicPartition, Long> starts =
                switch (start) {
                    case BEGINNING -> consumer.beginningOffsets(partitions, patience);
                    case END -> ends;
                };
        starts.forEach(consumer::seek);
        return new TopicReader(consumer, starts, ends, patience);
    }

    /**
     * Begins at the beginning.
     *
     * @param consumer reads committed records only; closed by {@link #close}
     * @param ends up to where it is read; behind a transaction that is open nothing comes until it has ended
     */
    static TopicReader openUntil(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, Duration patience) {
        consumer.assign(ends.keySet());
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(ends.keySet(), patience);
        starts.forEach(consumer::seek);
        return new TopicReader(consumer, starts, Map.copyOf(ends), patience);
    }

    /**
     * Begins in every partition with the first record that is not older, or with the last one where all are older.
     *
     * @param consumer reads committed records only; closed by {@link #close}
     * @param since by the topics' clock
     */
    static TopicReader openSince(
            Consumer<byte[], byte[]> consumer,
            Collection<TopicPartition> partitions,
            Instant since,
            Duration patience) {
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, patience);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions, patience);
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> firsts = consumer.offsetsForTimes(times, patience);
        Map<TopicPartition, Long> starts = new HashMap<>();
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp first = firsts.get(partition);
            long last = Math.max(beginnings.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L) - 1);
            starts.put(partition, first == null ? last : first.offset());
        }
        starts.forEach(consumer::seek);
        return new TopicReader(consumer, starts, ends, patience);
    }

    /** The records that come within {@code atMost}, which may be none, in the order of their timestamps. */
    public List<TopicRecord> poll(Duration atMost) {
        return pollWhole(atMost).stream().map(TopicRecord::of).toList();
    }

    /** The same as Kafka has them: with their places, their headers, and their keys as bytes. */
    public List<ConsumerRecord<byte[], byte[]>> pollWhole(Duration atMost) {
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(atMost);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(polled.count());
        polled.forEach(records::add);
        records.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
        return records;
    }

    /** Where each partition began when this reader was opened. */
    public Map<TopicPartition, Long> starts() {
        return starts;
    }

    /**
     * Hands over everything up to the end that the topics had when this reader was opened.
     *
     * @throws TimeoutException when nothing comes for as long as the cluster's patience lasts
     */
    public void readToEnd(java.util.function.Consumer<TopicRecord> each) {
        readWholeToEnd(record -> each.accept(TopicRecord.of(record)));
    }

    /**
     * The same as Kafka has them.
     *
     * @throws TimeoutException when nothing comes for as long as the cluster's patience lasts
     */
    public void readWholeToEnd(java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
        long quietSince = System.nanoTime();
        long position = position();
        while (!isAtEnd()) {
            pollWhole(ONE_POLL).forEach(each);
            long now = System.nanoTime();
            if (position() > position) {
                position = position();
                quietSince = now;
            } else if (now - quietSince > patience.toNanos()) {
                throw new TimeoutException("nothing came for " + patience + " although there is more to read");
            }
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSING));
    }

    private boolean isAtEnd() {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey(), patience) >= end.getValue());
    }

    private long position() {
        return ends.keySet().stream()
                .mapToLong(partition -> consumer.position(partition, patience))
                .sum();
    }
}
