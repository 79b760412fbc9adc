package io.otpstream.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otpstream.app.broker.EmbeddedBroker;
import io.otpstream.app.broker.EmbeddedBrokerSettings;
import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.pipeline.TopicCheck;
import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.streams.watch.PushedEvent;
import io.otpstream.streams.watch.PushedEvent.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** A broker of its own: it is shut down in the middle. */
class KafkaEventLogTest {

    private static final PushedEvent EVENT =
            PushedEvent.of(Kind.OTP_RECEIVED, "4711", 1, "847291", "Your code is 847291", Instant.EPOCH);

    @Test
    void whatIsWrittenCanBeReadAndWhatCannotBeIsSaidToBeLost() throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBrokerSettings.temporary());
        Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers());
        TopicCheck.prepare(Cluster.of(config), TopicCatalogue.load());

        try (EventLog events = KafkaEventLog.open(config)) {
            assertThat(events.write(EVENT)).isTrue();
            assertThat(read(config)).singleElement().satisfies(record -> {
                assertThat(record.key()).isEqualTo("4711".getBytes(StandardCharsets.UTF_8));
                assertThat(record.value()).isEqualTo(EVENT.toRecord().value());
            });

            broker.close();
            assertThat(events.write(EVENT)).isFalse();
        }
    }

    @Test
    void withoutBrokersItDoesNotOpen() {
        assertThatThrownBy(() -> KafkaEventLog.open(Map.of("bootstrap.servers", "127.0.0.1:1")))
                .isInstanceOf(KafkaException.class);
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(Map<String, Object> config) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(PushedEvent.TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }
}
