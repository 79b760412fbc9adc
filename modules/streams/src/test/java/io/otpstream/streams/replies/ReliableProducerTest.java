package io.otpstream.streams.replies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReliableProducerTest {

    private static final String TOPIC = "topic";

    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final ReliableProducer producer = new ReliableProducer(kafka);

    @AfterEach
    void stop() {
        producer.close(Duration.ofSeconds(10));
    }

    @Test
    void withoutFailuresTheOrderIsKept() {
        List<String> values = List.of("a", "b", "c", "d", "e", "f", "g", "h");
        values.forEach(this::send);
        await().until(() -> kafka.history().size() == values.size());
        assertThat(sent()).isEqualTo(values);
    }

    @Test
    void waitsUntilTheBrokerHasIt() {
        assertThat(producer.oldestWait()).isZero();
        send("a");
        send("b");
        assertThat(producer.oldestWait()).isPositive();
        await().until(() -> kafka.completeNext());
        assertThat(producer.oldestWait()).as("b is still waiting").isPositive();
        await().until(() -> kafka.completeNext());
        assertThat(producer.oldestWait()).isZero();
    }

    @Test
    void aFailureIsRepeatedUntilItIsAcknowledged() {
        send("a");
        for (int failure = 1; failure <= 2; failure++) {
            await().until(() -> kafka.errorNext(new TimeoutException("no leader")));
            assertThat(producer.oldestWait()).isPositive();
        }
        await().until(() -> kafka.completeNext());
        assertThat(sent()).containsExactly("a", "a", "a");
        assertThat(producer.oldestWait()).isZero();
    }

    @Test
    void aProducerThatThrowsIsAFailureToo() {
        AtomicInteger failures = new AtomicInteger(2);
        MockProducer<byte[], byte[]> reluctant =
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()) {
                    @Override
                    public synchronized Future<RecordMetadata> send(
                            ProducerRecord<byte[], byte[]> rec, @Nullable Callback callback) {
                        if (failures.getAndDecrement() > 0) {
                            throw new TimeoutException("no metadata");
                        }
                        return super.send(rec, callback);
                    }
                };
        ReliableProducer patient = new ReliableProducer(reluctant);
        patient.send(new ProducerRecord<>(TOPIC, "a".getBytes(UTF_8)));
        await().until(() -> patient.oldestWait().isZero());
        assertThat(reluctant.history()).hasSize(1);
        assertThat(failures).hasValue(-1);
        patient.close(Duration.ofSeconds(10));
    }

    @Test
    void aFailureHoldsUpNobodyElse() {
        send("a");
        await().until(() -> kafka.errorNext(new TimeoutException("no leader")));
        send("b");
        await().until(() -> sent().equals(List.of("a", "b", "a")));
    }

    @Test
    void whatNoBrokerTakesIsGivenUp() {
        send("a");
        await().until(() -> kafka.errorNext(new RecordTooLargeException("too large")));
        assertThat(producer.oldestWait()).isZero();
        // Would send what was still to be repeated.
        producer.close(Duration.ofSeconds(10));
        assertThat(sent()).containsExactly("a");
    }

    @Test
    void whatIsSentAsideIsSentOnceAndWaitedForByNobody() {
        producer.sendAside(new ProducerRecord<>(TOPIC, "aside".getBytes(UTF_8)));
        await().until(() -> kafka.errorNext(new TimeoutException("no leader")));
        assertThat(producer.oldestWait()).isZero();
        send("a");
        await().until(() -> sent().equals(List.of("aside", "a")));
    }

    @Test
    void closingSendsWhatIsOnItsWay() {
        send("a");
        await().until(() -> kafka.errorNext(new TimeoutException("no leader")));
        send("b");
        producer.close(Duration.ofSeconds(10));
        assertThat(sent()).containsExactly("a", "b", "a");
        assertThat(kafka.closed()).isTrue();
    }

    @Test
    void afterTheEndNothingIsAccepted() {
        producer.close(Duration.ofSeconds(10));
        send("a");
        assertThat(kafka.history()).isEmpty();
    }

    private void send(String value) {
        producer.send(new ProducerRecord<>(TOPIC, value.getBytes(UTF_8)));
    }

    private List<String> sent() {
        return kafka.history().stream()
                .map(sent -> new String(sent.value(), UTF_8))
                .toList();
    }
}
