package io.otpstream.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class TopicReaderTest {

    private static final TopicPartition P0 = new TopicPartition("t", 0);
    private static final TopicPartition P1 = new TopicPartition("t", 1);

    private final Timed consumer = new Timed();

    /** Kafka's own can't be asked for times. */
    private static final class Timed extends MockConsumer<byte[], byte[]> {

        private final Map<TopicPartition, OffsetAndTimestamp> firstSince = new HashMap<>();

        Timed() {
            super("earliest");
        }

        @Override
        public Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
                Map<TopicPartition, Long> times, Duration timeout) {
            return Map.copyOf(firstSince);
        }
    }

    @Test
    void readsToTheEndThatWasThereWhenItWasOpenedInTheOrderOfTime() {
        offsets(Map.of(P0, 3L, P1, 7L), Map.of(P0, 5L, P1, 8L));
        TopicReader reader = open(StartAt.BEGINNING, Duration.ofSeconds(30));
        add(P0, 3, "second", 20);
        add(P0, 4, "third", 30);
        add(P1, 7, "first", 10);

        List<String> keys = new ArrayList<>();
        reader.readToEnd(record -> keys.add(record.key()));

        assertThat(keys).containsExactly("first", "second", "third");
    }

    @Test
    void fromTheEndIsFromTheEndAtOpening() {
        offsets(Map.of(P0, 0L, P1, 0L), Map.of(P0, 5L, P1, 8L));

        TopicReader reader = open(StartAt.END, Duration.ofSeconds(30));
        add(P0, 5, "new", 10);

        reader.readToEnd(record -> assertThat(record).isNull());
        assertThat(reader.poll(Duration.ZERO)).extracting(TopicRecord::key).containsExactly("new");
        assertThat(consumer.position(P1)).isEqualTo(8);
    }

    @Test
    void sinceATimeIsFromThereOrFromTheLastRecordWhereNoneIsSoNew() {
        offsets(Map.of(P0, 3L, P1, 7L), Map.of(P0, 6L, P1, 9L));
        consumer.firstSince.put(P0, new OffsetAndTimestamp(4, 30_000));

        openSince(20);

        assertThat(consumer.position(P0)).isEqualTo(4);
        assertThat(consumer.position(P1)).isEqualTo(8);
    }

    @Test
    void sinceATimeIsFromTheEndOfWhatIsEmpty() {
        offsets(Map.of(P0, 6L, P1, 0L), Map.of(P0, 6L, P1, 0L));

        openSince(20).readToEnd(record -> assertThat(record).isNull());

        assertThat(consumer.position(P0)).isEqualTo(6);
    }

    @Test
    void wholeRecordsHaveTheirPlacesAndTheReaderKnowsWhereItBegan() {
        offsets(Map.of(P0, 3L, P1, 7L), Map.of(P0, 4L, P1, 7L));
        TopicReader reader = open(StartAt.BEGINNING, Duration.ofSeconds(30));
        add(P0, 3, "only", 20);

        List<Long> places = new ArrayList<>();
        reader.readWholeToEnd(record -> places.add(record.offset()));

        assertThat(places).containsExactly(3L);
        assertThat(reader.starts()).containsExactlyInAnyOrderEntriesOf(Map.of(P0, 3L, P1, 7L));
    }

    @Test
    void givesUpWhenNothingComesAlthoughThereIsMore() {
        offsets(Map.of(P0, 0L, P1, 0L), Map.of(P0, 1L, P1, 0L));
        TopicReader reader = open(StartAt.BEGINNING, Duration.ofMillis(20));

        assertThatThrownBy(() -> reader.readToEnd(record -> {})).isInstanceOf(TimeoutException.class);
    }

    private TopicReader open(StartAt start, Duration patience) {
        return TopicReader.open(consumer, List.of(P0, P1), start, patience);
    }

    private TopicReader openSince(long second) {
        return TopicReader.openSince(consumer, List.of(P0, P1), Instant.ofEpochSecond(second), Duration.ofSeconds(30));
    }

    private void offsets(Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {
        consumer.updateBeginningOffsets(beginnings);
        consumer.updateEndOffsets(ends);
    }

    private void add(TopicPartition partition, long offset, String key, long second) {
        consumer.addRecord(new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                Instant.ofEpochSecond(second).toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                key.length(),
                0,
                key.getBytes(StandardCharsets.UTF_8),
                new byte[0],
                new RecordHeaders(),
                Optional.empty()));
    }
}
