package io.otpstream.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.otpstream.app.broker.EmbeddedBroker;
import io.otpstream.app.broker.EmbeddedBrokerSettings;
import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.pipeline.TopicCheck;
import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.streams.watch.PushedEvent;
import io.otpstream.streams.watch.PushedEvent.Kind;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
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
            // A topic that is there may have no leader yet; what was said to be lost may be there as well.
            await().until(() -> events.write(EVENT));
            assertThat(PushedTopic.read(config)).isNotEmpty().allSatisfy(pushed -> {
                assertThat(pushed.key()).isEqualTo("4711");
                assertThat(pushed.value().path("otp_code").textValue()).isEqualTo("847291");
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
}
