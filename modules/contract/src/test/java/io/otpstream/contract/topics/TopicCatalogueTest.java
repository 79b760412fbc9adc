package io.otpstream.contract.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otpstream.contract.Cleanup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicCatalogueTest {

    private static final String RESULTS = "verification.otp-results";

    static Stream<TopicSpec> secret() {
        return TopicCatalogue.load().specs().stream().filter(TopicSpec::holdsSecrets);
    }

    @Test
    void readsByKeyTogetherWhatHasEquallyManyPartitions() {
        TopicCatalogue catalogue = TopicCatalogue.load();

        assertThat(Stream.of("verification.requests", "verification.commands", "otpstream.replies")
                        .map(name -> catalogue.spec(name).partitions()))
                .containsOnly(6);
        assertThat(catalogue.spec("verification.requests").copartitionedWith())
                .containsExactly("verification.commands", "otpstream.replies");
    }

    @ParameterizedTest
    @MethodSource("secret")
    void closesSegmentsWithSecretsEarly(TopicSpec topic) {
        assertThat(Long.parseLong(topic.topicConfig().getOrDefault(TopicConfig.SEGMENT_MS_CONFIG, "none")))
                .isLessThanOrEqualTo(Duration.ofMinutes(10).toMillis());
        assertThat(topic.withRetention(Duration.ofMinutes(3)).topicConfig())
                .containsEntry(TopicConfig.SEGMENT_MS_CONFIG, "180000")
                .containsEntry(TopicConfig.RETENTION_MS_CONFIG, "180000");
    }

    @ParameterizedTest
    @MethodSource("secret")
    void keepsSecretsByTheBrokersClock(TopicSpec topic) {
        assertThat(topic.topicConfig()).containsEntry(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    }

    @Test
    void takesOtherRetentions() {
        TopicCatalogue catalogue = TopicCatalogue.load()
                .withRetention(Map.of("verification.requests", Duration.ofDays(2), RESULTS, Duration.ofMinutes(30)));

        assertThat(catalogue.spec("verification.requests").topicConfig()).containsEntry("retention.ms", "172800000");
        assertThat(catalogue.spec(RESULTS).topicConfig())
                .containsEntry("retention.ms", "1800000")
                .containsEntry("segment.ms", "600000");
        assertThat(catalogue.specs()).hasSameSizeAs(TopicCatalogue.load().specs());
    }

    @Test
    void refusesRetentionsThatMakeNoSense() {
        TopicCatalogue catalogue = TopicCatalogue.load();

        assertThatThrownBy(() -> catalogue.withRetention(Map.of("no.such.topic", Duration.ofDays(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("no.such.topic", RESULTS);
        assertThatThrownBy(() -> catalogue.withRetention(Map.of(RESULTS, Duration.ZERO)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(RESULTS);
        assertThatThrownBy(() -> catalogue.withRetention(Map.of("verification.success-rates", Duration.ofDays(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("verification.success-rates");
    }

    @Test
    void refusesUnequalPartitionsWhereTheyMustBeEqual() {
        assertThatThrownBy(() -> TopicCatalogue.of(List.of(topic("a", 6, List.of()), topic("b", 3, List.of("a")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("a", "b", "6", "3");
    }

    @Test
    void refusesToDescribeATopicTwice() {
        assertThatThrownBy(() -> TopicCatalogue.of(List.of(topic("a", 6, List.of()), topic("a", 6, List.of()))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leavesReplicationToTheBroker() {
        NewTopic topic = TopicCatalogue.load().spec(RESULTS).toNewTopic();

        assertThat(topic.name()).isEqualTo(RESULTS);
        assertThat(topic.numPartitions()).isEqualTo(6);
        assertThat(topic.replicationFactor()).isEqualTo((short) -1);
        assertThat(topic.configs())
                .containsOnlyKeys("cleanup.policy", "retention.ms", "segment.ms", "message.timestamp.type");
    }

    private static TopicSpec topic(String name, int partitions, List<String> copartitionedWith) {
        return new TopicSpec(
                name,
                partitions,
                Cleanup.DELETE,
                Duration.ofDays(1),
                "key",
                "value",
                Map.of(),
                "",
                false,
                false,
                copartitionedWith);
    }
}
