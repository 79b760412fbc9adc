package io.otpstream.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class ClientSettingsTest {

    private final ClientSettings settings = new ClientSettings(
            Map.of(
                    "bootstrap.servers", "b:1",
                    "default.api.timeout.ms", "2000",
                    "acks", "1",
                    "enable.idempotence", "false",
                    "isolation.level", "read_uncommitted",
                    "partitioner.class", "org.example.Mine",
                    "transactional.id", "mine",
                    "group.id", "mine",
                    "client.id", "ada",
                    "linger.ms", "7"),
            "test");

    @Test
    void whatTheUserSetReachesBothClients() {
        assertThat(settings.forProducer()).containsEntry("linger.ms", "7").containsEntry("client.id", "ada");
        assertThat(settings.forConsumer()).containsEntry("bootstrap.servers", "b:1");
        assertThat(settings.patience()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.forProducer()).containsEntry("max.block.ms", 2_000L);
    }

    @Test
    void timesThatHaveToFitEachOtherAreOursOrKafkasAndNotBoth() {
        assertThat(new ClientSettings(Map.of(), "test").forProducer())
                .containsEntry("request.timeout.ms", 10_000)
                .containsEntry("delivery.timeout.ms", 30_000);
        assertThat(new ClientSettings(Map.of("request.timeout.ms", "30000"), "test").forProducer())
                .containsEntry("request.timeout.ms", "30000")
                .doesNotContainKey("delivery.timeout.ms");
    }

    @Test
    void butNothingThatLosesOrDoublesARequestOrPartsACommandFromIt() {
        assertThat(settings.forProducer())
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("partitioner.ignore.keys", false)
                .doesNotContainKeys("partitioner.class", "transactional.id");
    }

    @Test
    void norAnythingThatShowsWhatWasNeverCommittedOrJoinsAGroup() {
        assertThat(settings.forConsumer())
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("allow.auto.create.topics", false)
                .doesNotContainKey("group.id");
    }

    @Test
    void aPatienceThatIsNoneIsRefusedWithoutItsValue() {
        assertThatThrownBy(() -> new ClientSettings(Map.of("default.api.timeout.ms", "hunter2"), "test"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("default.api.timeout.ms: expected milliseconds as a whole number from 1");
    }
}
