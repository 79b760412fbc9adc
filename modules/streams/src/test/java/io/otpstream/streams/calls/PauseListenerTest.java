package io.otpstream.streams.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.contract.JsonSerde;
import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.streams.calls.OrderGate.Cause;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class PauseListenerTest {

    private static final TopicPartition PARTITION = new TopicPartition(Pause.TOPIC, 0);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("latest");
    private final List<Pause> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch listening = new CountDownLatch(1);
    private final PauseListener listener = new PauseListener(consumer, "self", () -> listening.countDown(), heard::add);

    @Test
    void hearsOthersAndNotItself() {
        consumer.updateEndOffsets(Map.of(PARTITION, 7L));
        Pause own = new Pause(Pause.VERSION, "self", Cause.API_DOWN, 0);
        Pause later = new Pause(Pause.VERSION + 1, "other", Cause.API_DOWN, 0);
        Pause other = new Pause(Pause.VERSION, "other", Cause.NO_BALANCE, 3_500);
        consumer.schedulePollTask(() -> {
            consumer.addRecord(record(7, json(own)));
            consumer.addRecord(record(8, json(later)));
            consumer.addRecord(record(9, "{".getBytes(UTF_8)));
            consumer.addRecord(record(10, json(other)));
        });

        listener.start();

        await().untilAsserted(() -> assertThat(heard).containsExactly(other));
        assertThat(listening.getCount()).isZero();
        listener.stop();
        await().until(consumer::closed);
    }

    @Test
    void aBrokerThatFailsIsAskedAgain() {
        consumer.updateEndOffsets(Map.of(PARTITION, 0L));
        consumer.schedulePollTask(() -> consumer.setPollException(new TopicAuthorizationException("not allowed")));
        listener.start();
        await().until(() -> listening.getCount() == 0);

        listener.stop();

        await().until(consumer::closed);
    }

    @Test
    void itsTopicIsInTheCatalogue() {
        assertThat(TopicCatalogue.load().spec(Pause.TOPIC).partitions()).isEqualTo(1);
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, byte[] value) {
        return new ConsumerRecord<>(Pause.TOPIC, 0, offset, "key".getBytes(UTF_8), value);
    }

    private static byte[] json(Pause pause) {
        return JsonSerde.of(Pause.class).serializer().serialize(Pause.TOPIC, pause);
    }
}
