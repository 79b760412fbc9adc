package io.otpstream.app.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    @Test
    void answersAsAClusterOfOne() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBrokerSettings.temporary());
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
        }
    }

    @Test
    void aPortThatIsTakenIsAnErrorAndNotTheEndOfTheProcess(@TempDir Path directory) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            EmbeddedBrokerSettings settings =
                    EmbeddedBrokerSettings.temporary().withDataDir(directory).withPort(taken.getLocalPort());

            assertThatThrownBy(() -> EmbeddedBroker.start(settings))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessage("port " + taken.getLocalPort() + " on 127.0.0.1 is taken: choose another");
        }
    }

    @Test
    void twoBrokersDoNotShareADirectory(@TempDir Path directory) {
        EmbeddedBrokerSettings settings = EmbeddedBrokerSettings.temporary().withDataDir(directory);
        try (BrokerDirectory held = BrokerDirectory.open(settings.dataDir())) {
            assertThat(held.isFormatted()).isFalse();
            assertThatThrownBy(() -> EmbeddedBroker.start(settings))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessage("another broker uses the data directory " + directory);
        }
    }

    @Test
    void aSettingThatKafkaRefusesGivesTheDirectoryBack(@TempDir Path directory) {
        EmbeddedBrokerSettings settings = EmbeddedBrokerSettings.temporary()
                .withDataDir(directory)
                .withBrokerProperties(Map.of("num.io.threads", "none"));

        assertThatThrownBy(() -> EmbeddedBroker.start(settings))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining("num.io.threads");
        BrokerDirectory.open(settings.dataDir()).close();
    }

    @Test
    void aTemporaryDirectoryIsDeletedOnClose() throws IOException {
        BrokerDirectory temporary = BrokerDirectory.open(Optional.empty());
        Path logs = Files.createDirectories(temporary.logDirectory().resolve("topic-0"));
        Files.writeString(logs.resolve("segment"), "x");

        temporary.close();

        assertThat(temporary.logDirectory().getParent()).doesNotExist();
    }
}
