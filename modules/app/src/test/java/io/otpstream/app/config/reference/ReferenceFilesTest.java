package io.otpstream.app.config.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.otpstream.app.config.ConfigInputs;
import io.otpstream.app.config.ConfigKeys;
import io.otpstream.app.config.ConfigLoader;
import io.otpstream.app.config.OtpstreamConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the files that users read to the definitions of the settings. */
class ReferenceFilesTest {

    private static final Path ROOT = Path.of("../..");
    private static final Path WRITTEN = Path.of("target/reference");
    private static final Path SAMPLE = ROOT.resolve("deploy/otpstream.properties");

    @TempDir
    private Path directory;

    @Test
    void thePageIsTheOneThatTheDefinitionsMake() throws IOException {
        compare("docs/configuration.md", MarkdownReference.text());
    }

    @Test
    void theSampleIsTheOneThatTheDefinitionsMake() throws IOException {
        compare("deploy/otpstream.properties", SampleFile.text());
    }

    @Test
    void thePageHasASectionForEveryKey() {
        assertThat(MarkdownReference.text().lines().filter(line -> line.startsWith("### ")))
                .containsExactlyInAnyOrderElementsOf(ConfigKeys.definition().names().stream()
                        .map(key -> "### " + key)
                        .toList());
    }

    @Test
    void theSampleChangesNothing() {
        assertThat(load(Optional.of(SAMPLE))).isEqualTo(load(Optional.empty()));
    }

    @Test
    void theSampleWithEveryKeyTakenInChangesNothing() throws IOException {
        Path taken = directory.resolve("otpstream.properties");
        Files.writeString(taken, Files.readString(SAMPLE).replaceAll("(?m)^#(?=\\S+=)", ""));
        Properties properties = new Properties();
        properties.load(Files.newBufferedReader(taken));

        assertThat(properties.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(ConfigKeys.definition().names());
        assertThat(load(Optional.of(taken))).isEqualTo(load(Optional.empty()));
    }

    private static OtpstreamConfig load(Optional<Path> file) {
        return ConfigLoader.load(new ConfigInputs(file, Map.of(), List.of(), Path.of("/home/ada")));
    }

    private static void compare(String file, String made) throws IOException {
        if (!Files.exists(ROOT.resolve(file))
                || !Files.readString(ROOT.resolve(file)).equals(made)) {
            Path written = WRITTEN.resolve(file);
            Files.createDirectories(written.toAbsolutePath().getParent());
            Files.writeString(written, made);
            fail(file + " is not what the definitions of the settings make. If the change is meant: cp modules/app/"
                    + written + " " + file);
        }
    }
}
