package io.otpstream.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class ClientSettingsTest {

    private static final Map<String, Object> GIVEN = Map.of(
            "bootstrap.servers", "b:1",
            "acks", "1",
            "enable.idempotence", "false",
            "isolation.level", "read_uncommitted",
            "group.id", "mine",
            "client.id", "ada",
            "linger.ms", "7");

    private final ClientSettings settings = new ClientSettings(GIVEN, Duration.ofSeconds(2));

    @Test
    void whatTheUserSetReachesEveryClient() {
        assertThat(settings.forAdmin()).containsAllEntriesOf(GIVEN);
        assertThat(settings.forProducer()).containsEntry("linger.ms", "7").containsEntry("client.id", "ada");
    }

    @Test
    void butNothingThatLosesOrDoublesARequest() {
        assertThat(settings.forProducer()).containsEntry("acks", "all").containsEntry("enable.idempotence", true);
    }

    @Test
    void norAnythingThatShowsWhatWasNeverCommittedOrJoinsAGroup() {
        assertThat(settings.forConsumer())
                .containsEntry("isolation.level", "read_committed")
                .doesNotContainKey("group.id");
    }

    @Test
    void noRequestTakesLongerThanAPersonWaits() {
        assertThat(settings.forAdmin()).containsEntry("request.timeout.ms", 2_000);
        assertThat(settings.forProducer()).containsEntry("max.block.ms", 2_000L);
    }

    @Test
    void timesThatHaveToFitEachOtherAreOursOrKafkasAndNotBoth() {
        Map<String, Object> given = Map.of("bootstrap.servers", "b:1");
        assertThat(new ClientSettings(given, Duration.ofSeconds(10)).forProducer())
                .containsEntry("request.timeout.ms", 10_000)
                .containsEntry("delivery.timeout.ms", 30_000);
        Map<String, Object> withTime = Map.of("bootstrap.servers", "b:1", "request.timeout.ms", "30000");
        assertThat(new ClientSettings(withTime, Duration.ofSeconds(10)).forProducer())
                .containsEntry("request.timeout.ms", "30000")
                .doesNotContainKey("delivery.timeout.ms");
    }

    @Test
    void aPatienceThatIsNoneIsRefusedWithoutItsValue() {
        assertThatThrownBy(() -> Cluster.of(Map.of("default.api.timeout.ms", "hunter2")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("default.api.timeout.ms: expected milliseconds as a whole number from 1");
    }
}
