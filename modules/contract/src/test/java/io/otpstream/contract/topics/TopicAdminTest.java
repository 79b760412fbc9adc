package io.otpstream.contract.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.MockAdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against Kafka's own stand-in for a cluster. */
class TopicAdminTest {

    private static final String REQUESTS = "verification.requests";
    private static final String RESULTS = "verification.otp-results";

    private final MockAdminClient cluster = MockAdminClient.create()
            .numBrokers(1)
            .defaultReplicationFactor((short) 1)
            .usingRaftController(true)
            .build();
    private final TopicAdmin admin = new TopicAdmin(cluster, Duration.ofSeconds(1));
    private final TopicCatalogue catalogue = TopicCatalogue.load();

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void createsWhatIsMissingAndLeavesTheRest() {
        cluster.createTopics(List.of(catalogue.spec(RESULTS).toNewTopic()));

        TopicCreation first = admin.create(catalogue);
        TopicCreation second = admin.create(catalogue);

        assertThat(first.existing()).containsExactly(RESULTS);
        assertThat(first.created()).hasSize(catalogue.specs().size() - 1).doesNotContain(RESULTS);
        assertThat(second.created()).isEmpty();
        assertThat(second.existing()).hasSameSizeAs(catalogue.specs());
        assertThat(admin.verify(catalogue)).isEmpty();
    }

    @Test
    void describesWhatIsThere() {
        admin.create(catalogue.withRetention(Map.of(RESULTS, Duration.ofMinutes(5))));

        assertThat(admin.describe(catalogue))
                .hasSameSizeAs(catalogue.specs())
                .filteredOn(topic -> topic.name().equals(RESULTS))
                .singleElement()
                .satisfies(topic -> {
                    assertThat(topic.partitions()).isEqualTo(6);
                    assertThat(topic.replicationFactor()).isEqualTo(1);
                    assertThat(topic.config())
                            .containsEntry("retention.ms", "300000")
                            .containsEntry("segment.ms", "300000");
                });
    }

    @Test
    void tellsEveryDifference() {
        cluster.createTopics(List.of(new NewTopic(REQUESTS, 12, (short) 1)
                .configs(Map.of("cleanup.policy", "delete", "retention.ms", "604800000"))));
        admin.create(catalogue);
        set(RESULTS, "segment.ms", "604800000");
        cluster.deleteTopics(List.of("verification.alerts"));

        assertThat(admin.verify(catalogue))
                .containsExactlyInAnyOrder(
                        new TopicDifference.PartitionCount(REQUESTS, 6, 12),
                        new TopicDifference.NotCopartitioned(REQUESTS, 12, "verification.commands", 6),
                        new TopicDifference.NotCopartitioned(REQUESTS, 12, "otpstream.replies", 6),
                        new TopicDifference.NotCopartitioned("verification.commands", 6, REQUESTS, 12),
                        new TopicDifference.NotCopartitioned("otpstream.replies", 6, REQUESTS, 12),
                        new TopicDifference.ConfigValue(RESULTS, "segment.ms", "600000", "604800000"),
                        new TopicDifference.Missing("verification.alerts"))
                .allSatisfy(difference -> assertThat(difference.sentence()).startsWith(difference.topic()));
    }

    @Test
    void givesUpAfterTheTimeOut() {
        cluster.timeoutNextRequest(1);

        assertThatThrownBy(() -> admin.create(catalogue)).isInstanceOf(TimeoutException.class);
    }

    private void set(String topic, String name, String value) {
        cluster.incrementalAlterConfigs(Map.of(
                new ConfigResource(ConfigResource.Type.TOPIC, topic),
                List.of(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET))));
    }
}
