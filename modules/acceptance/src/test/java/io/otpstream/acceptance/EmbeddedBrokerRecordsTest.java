package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.app.broker.EmbeddedBroker;
import io.otpstream.app.broker.EmbeddedBrokerSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerRecordsTest {

    @Test
    void keepsWhatWasCommittedOverARestart(@TempDir Path directory) throws Exception {
        EmbeddedBrokerSettings settings = EmbeddedBrokerSettings.temporary().withDataDir(directory.resolve("data"));
        try (EmbeddedBroker broker = EmbeddedBroker.start(settings)) {
            TestTopic topic = TestTopic.create(broker.bootstrapServers(), "kept");
            topic.abort("aborted");
            topic.commit("first", "second");
            assertThat(topic.read(2)).containsExactly("first", "second");
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(settings)) {
            TestTopic topic = new TestTopic(broker.bootstrapServers(), "kept");
            topic.commit("third");
            assertThat(topic.read(3)).containsExactly("first", "second", "third");
        }
    }
}
