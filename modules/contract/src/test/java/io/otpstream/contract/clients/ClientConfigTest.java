package io.otpstream.contract.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class ClientConfigTest {

    private final ClientConfig config = ClientConfig.of(
            Map.ofEntries(
                    Map.entry("bootstrap.servers", "b:1"),
                    Map.entry("default.api.timeout.ms", "2000"),
                    Map.entry("acks", "1"),
                    Map.entry("enable.idempotence", "false"),
                    Map.entry("isolation.level", "read_uncommitted"),
                    Map.entry("partitioner.class", "org.example.Mine"),
                    Map.entry("transactional.id", "mine"),
                    Map.entry("group.id", "mine"),
                    Map.entry("client.id", "ada"),
                    Map.entry("linger.ms", "7")),
            "test");

    @Test
    void whatTheUserSetReachesEveryClient() {
        assertThat(config.forAdmin()).containsEntry("bootstrap.servers", "b:1").containsEntry("client.id", "ada");
        assertThat(config.forConsumer()).containsEntry("bootstrap.servers", "b:1");
        assertThat(config.forProducer()).containsEntry("linger.ms", "7").containsEntry("client.id", "ada");
    }

    @Test
    void butNothingThatLosesOrDoublesARequestOrPartsACommandFromIt() {
        assertThat(config.forProducer())
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("partitioner.ignore.keys", false)
                .doesNotContainKeys("partitioner.class", "transactional.id");
    }

    @Test
    void norAnythingThatShowsWhatWasNeverCommittedOrJoinsAGroup() {
        assertThat(config.forConsumer())
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("allow.auto.create.topics", false)
                .doesNotContainKey("group.id");
    }

    @Test
    void noRequestTakesLongerThanAPersonWaits() {
        assertThat(config.patience()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.forAdmin()).containsEntry("request.timeout.ms", 2_000);
        assertThat(config.forConsumer()).containsEntry("default.api.timeout.ms", 2_000);
        assertThat(config.forProducer()).containsEntry("max.block.ms", 2_000L);
    }

    @Test
    void timesThatHaveToFitEachOtherAreOursOrKafkasAndNotBoth() {
        assertThat(given(Map.of()).forProducer())
                .containsEntry("request.timeout.ms", 10_000)
                .containsEntry("delivery.timeout.ms", 30_000);
        assertThat(given(Map.of("request.timeout.ms", "30000")).forProducer())
                .containsEntry("request.timeout.ms", "30000")
                .doesNotContainKey("delivery.timeout.ms");
        assertThat(given(Map.of("linger.ms", "7")).forProducer()).doesNotContainKey("delivery.timeout.ms");
        assertThat(given(Map.of("delivery.timeout.ms", "60000")).forProducer())
                .containsEntry("delivery.timeout.ms", "60000");
    }

    /** Kafka's own checks, which a client makes when it is created. */
    @Test
    void theClientsTakeIt() {
        Map<String, Object> producer = config.forProducer();
        producer.put("key.serializer", ByteArraySerializer.class);
        producer.put("value.serializer", ByteArraySerializer.class);
        Map<String, Object> consumer = config.forConsumer();
        consumer.put("key.deserializer", ByteArrayDeserializer.class);
        consumer.put("value.deserializer", ByteArrayDeserializer.class);

        assertThat(new ProducerConfig(producer).getString("acks")).isEqualTo("-1");
        assertThat(new ConsumerConfig(consumer).getString("isolation.level")).isEqualTo("read_committed");
        assertThat(new AdminClientConfig(config.forAdmin()).getInt("request.timeout.ms"))
                .isEqualTo(2_000);
    }

    @Test
    void aPatienceThatIsNoneIsRefusedWithoutItsValue() {
        for (Object none : new Object[] {"hunter2", "0", "-1", ""}) {
            assertThatThrownBy(() -> given(Map.of("default.api.timeout.ms", none)))
                    .isInstanceOf(ConfigException.class)
                    .hasMessage("default.api.timeout.ms: expected milliseconds as a whole number from 1");
        }
    }

    private static ClientConfig given(Map<String, Object> given) {
        return ClientConfig.of(given, "test");
    }
}
