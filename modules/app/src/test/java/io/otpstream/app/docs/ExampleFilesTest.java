package io.otpstream.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.app.config.ConfigInputs;
import io.otpstream.app.config.ConfigLoader;
import io.otpstream.app.config.LoadedConfig;
import io.otpstream.app.config.ShownSetting;
import io.otpstream.app.requests.FileFormat;
import io.otpstream.app.requests.RequestFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The command reads the files that documents tell it to read. */
class ExampleFilesTest {

    @Test
    void requestsCanBeSentAsTheyAre() throws IOException {
        Path file = Document.ROOT.resolve("examples/requests.csv");
        try (InputStream in = Files.newInputStream(file)) {
            RequestFile read = RequestFile.read("requests.csv", in, FileFormat.CSV);

            assertThat(read.problems()).isEmpty();
            assertThat(read.ignored()).isEmpty();
            assertThat(read.requests()).hasSize(3);
        }
    }

    @Test
    void everySettingForKafkaIsOneThatKafkaKnows() {
        LoadedConfig loaded = load("examples/kafka-sasl.properties");

        // What Kafka doesn't define is hidden.
        assertThat(loaded.shown())
                .filteredOn(setting -> setting.key().startsWith("kafka."))
                .hasSizeGreaterThan(3)
                .allMatch(setting -> setting.value().isPresent());
        assertThat(loaded.shown()).extracting(ShownSetting::key).contains("kafka.sasl.mechanism");
    }

    private static LoadedConfig load(String file) {
        return ConfigLoader.loadWithSources(
                new ConfigInputs(Optional.of(Document.ROOT.resolve(file)), Map.of(), List.of(), Path.of("/home/ada")));
    }
}
