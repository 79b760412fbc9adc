package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otpstream.app.fixture.KafkaCluster;
import io.otpstream.app.fixture.KafkaFixture;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaFixture.class)
class KafkaFixtureTest {

    @Test
    void givesABrokerWithTransactions(KafkaCluster kafka) throws Exception {
        TestTopic topic = TestTopic.create(kafka.bootstrapServers(), "fixture-transactions");

        topic.abort("aborted");
        topic.commit("committed");

        assertThat(topic.read(1)).containsExactly("committed");
    }

    @Test
    void givesAllTestsOfAClassTheSameBroker(KafkaCluster one, KafkaCluster other) {
        assertThat(one).isSameAs(other);
    }

    @Test
    void topicsDoNotAppearByThemselves(KafkaCluster kafka) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("fixture-nobody-created-it"))
                            .allTopicNames()
                            .get())
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }
}
