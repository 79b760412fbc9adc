package io.otpstream.streams.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.streams.fleet.FleetListener.Start;
import io.otpstream.streams.fleet.FleetListener.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetListenerTest {

    private static final String PAUSES = Pause.TOPIC;
    private static final String LEASES = LeaseRecord.TOPIC;

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("latest");
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch listening = new CountDownLatch(1);

    @Test
    void hearsFromWhereEachTopicCounts() {
        consumer.updateEndOffsets(Map.of(partition(PAUSES), 7L, partition(LEASES), 0L));
        consumer.updateBeginningOffsets(Map.of(partition(PAUSES), 0L, partition(LEASES), 3L));
        FleetListener listener =
                listener(subscription(PAUSES, new Start.AtTheEnd()), subscription(LEASES, new Start.AtTheBeginning()));
        consumer.schedulePollTask(() -> {
            consumer.addRecord(record(PAUSES, 7, "pause"));
            consumer.addRecord(record(LEASES, 3, "lease"));
        });

        listener.start();

        await().untilAsserted(() -> assertThat(heard).containsExactlyInAnyOrder(PAUSES + " pause", LEASES + " lease"));
        assertThat(listening.getCount()).isZero();
        listener.stop();
        await().until(consumer::closed);
    }

    @Test
    void aBrokerThatFailsIsAskedAgain() {
        consumer.updateEndOffsets(Map.of(partition(PAUSES), 0L));
        consumer.schedulePollTask(() -> consumer.setPollException(new TopicAuthorizationException("not allowed")));
        FleetListener listener = listener(subscription(PAUSES, new Start.AtTheEnd()));
        listener.start();
        await().until(() -> listening.getCount() == 0);

        listener.stop();

        await().until(consumer::closed);
    }

    @Test
    void tellsWhenAllIsReadThatWasThere() {
        consumer.updateBeginningOffsets(Map.of(partition(PAUSES), 3L));
        consumer.updateEndOffsets(Map.of(partition(PAUSES), 5L));
        FleetListener listener = listener(new Subscription(
                PAUSES,
                new Start.AtTheBeginning(),
                record -> heard.add(new String(record.value(), UTF_8)),
                () -> heard.add("whole")));
        consumer.schedulePollTask(() -> consumer.addRecord(record(PAUSES, 3, "first")));
        consumer.schedulePollTask(() -> consumer.addRecord(record(PAUSES, 4, "second")));
        consumer.schedulePollTask(() -> consumer.addRecord(record(PAUSES, 5, "later")));

        listener.start();

        await().untilAsserted(() -> assertThat(heard).containsExactly("first", "second", "whole", "later"));
        listener.stop();
        await().until(consumer::closed);
    }

    @Test
    void anEmptyTopicIsReadAtOnce() {
        consumer.updateBeginningOffsets(Map.of(partition(PAUSES), 0L));
        consumer.updateEndOffsets(Map.of(partition(PAUSES), 0L));
        FleetListener listener =
                listener(new Subscription(PAUSES, new Start.AtTheBeginning(), record -> {}, () -> heard.add("whole")));

        listener.start();

        await().untilAsserted(() -> assertThat(heard).containsExactly("whole"));
        listener.stop();
        await().until(consumer::closed);
    }

    @Test
    void aTopicThatCanNotBeAskedAboutAtFirstIsReadFromItsBeginningLater() {
        consumer.updateBeginningOffsets(Map.of(partition(PAUSES), 0L));
        consumer.updateEndOffsets(Map.of(partition(PAUSES), 1L));
        consumer.setOffsetsException(new TimeoutException("the broker is away"));
        consumer.schedulePollTask(() -> assertThat(heard).isEmpty());
        consumer.schedulePollTask(() -> consumer.addRecord(record(PAUSES, 0, "first")));
        FleetListener listener = new FleetListener(
                consumer,
                List.of(new Subscription(
                        PAUSES,
                        new Start.AtTheBeginning(),
                        record -> heard.add(new String(record.value(), UTF_8)),
                        () -> heard.add("whole"))),
                listening::countDown,
                Duration.ZERO);

        listener.start();

        await().untilAsserted(() -> assertThat(heard).containsExactly("first", "whole"));
        assertThat(listening.getCount()).isZero();
        listener.stop();
        await().until(consumer::closed);
    }

    @ParameterizedTest
    @ValueSource(strings = {Pause.TOPIC, DemandRecord.TOPIC, LeaseRecord.TOPIC, OrdersPaused.TOPIC})
    void topicsOfTheFleetHaveOnePartitionAndTheBrokersTime(String topic) {
        assertThat(TopicCatalogue.load().spec(topic).partitions()).isEqualTo(1);
        assertThat(TopicCatalogue.load().spec(topic).config()).containsEntry("message.timestamp.type", "LogAppendTime");
    }

    @Test
    void aRecordThatIsNotOursIsLeftOut() {
        Pause pause = Pause.ofCalls("self", Instant.EPOCH);
        ConsumerRecord<byte[], byte[]> ours = new ConsumerRecord<>(
                PAUSES, 0, 0, null, Messages.PAUSES.write("self", pause).value());
        Pause ofLater = new Pause(Pause.VERSION + 1, "self", null, 0, null, null, null, null);

        assertThat(Messages.PAUSES.read(ours)).contains(pause);
        assertThat(Messages.PAUSES.read(record(PAUSES, 0, "{"))).isEmpty();
        assertThat(Messages.PAUSES.read(new ConsumerRecord<>(
                        PAUSES,
                        0,
                        0,
                        null,
                        Messages.PAUSES.write("self", ofLater).value())))
                .isEmpty();
    }

    private FleetListener listener(Subscription... subscriptions) {
        return new FleetListener(consumer, List.of(subscriptions), listening::countDown);
    }

    private Subscription subscription(String topic, Start start) {
        return new Subscription(
                topic, start, record -> heard.add(record.topic() + " " + new String(record.value(), UTF_8)));
    }

    private static TopicPartition partition(String topic) {
        return new TopicPartition(topic, 0);
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, long offset, String value) {
        return new ConsumerRecord<>(topic, 0, offset, "key".getBytes(UTF_8), value.getBytes(UTF_8));
    }
}
