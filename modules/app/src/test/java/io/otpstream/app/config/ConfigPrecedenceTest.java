package io.otpstream.app.config;

import static io.otpstream.app.config.ConfigInputsFixture.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.lifecycle.InDoubtPolicy;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigPrecedenceTest {

    @TempDir
    private Path directory;

    @Test
    void flagBeatsEnvironmentBeatsFileBeatsDefault() {
        OtpstreamConfig config = nothing()
                .file(directory.resolve("a.properties"), "catalog.ttl=2m", "stream.threads=2", "api.timeout=2s")
                .variable("OTPSTREAM_STREAM_THREADS", "3")
                .variable("OTPSTREAM_API_TIMEOUT", "3s")
                .set("api.timeout", "4s")
                .load();

        assertThat(config.api().timeout()).isEqualTo(Duration.ofSeconds(4));
        assertThat(config.streams().threads()).isEqualTo(3);
        assertThat(config.api().catalogTtl()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.api().rateLimitPerMinute()).isEqualTo(300);
    }

    @Test
    void theLaterOfTwoFlagsWins() {
        assertThat(nothing()
                        .set("stream.threads", "2")
                        .set("stream.threads", "3")
                        .load()
                        .streams()
                        .threads())
                .isEqualTo(3);
    }

    @Test
    void everyKeyHasAVariable() {
        assertThat(nothing()
                        .variable("OTPSTREAM_IN_DOUBT_POLICY", "fail")
                        .load()
                        .streams()
                        .inDoubtPolicy())
                .isEqualTo(InDoubtPolicy.FAIL);
        assertThat(ConfigKeys.definition().names())
                .extracting(EnvironmentReader::variable)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("OTPSTREAM_[A-Z_]+"));
    }

    @Test
    void kafkaSettingsComeFromTheEnvironmentToo() {
        assertThat(nothing()
                        .variable("OTPSTREAM_KAFKA_SECURITY_PROTOCOL", "SSL")
                        .load()
                        .kafka()
                        .clientProperties())
                .containsEntry("security.protocol", "SSL");
    }

    @Test
    void aBlankVariableIsNotSet() {
        assertThat(nothing()
                        .variable("OTPSTREAM_STREAM_THREADS", " ")
                        .load()
                        .streams()
                        .threads())
                .isEqualTo(1);
        assertThat(nothing().variable("SMSCODE_TOKEN", "").load().api().token()).isEmpty();
    }

    @Test
    void variablesOfOthersAreLeftAlone() {
        OtpstreamConfig config = nothing()
                .variable("OTPSTREAM_LOG_LEVEL", "DEBUG")
                .variable("OTPSTREAM_SERVICE_HOST", "10.0.0.1")
                .variable("OTPSTREAM_PORT", "tcp://10.0.0.1:80")
                .variable("OTPSTREAM_KAFKA_PORT_9092_TCP_ADDR", "10.0.0.2")
                .load();

        assertThat(config).isEqualTo(nothing().load());
    }

    @Test
    void theEnvironmentMayNameTheFile() {
        nothing().file(directory.resolve("b.properties"), "stream.threads=5");

        assertThat(nothing()
                        .variable(
                                "OTPSTREAM_CONFIG",
                                directory.resolve("b.properties").toString())
                        .load()
                        .streams()
                        .threads())
                .isEqualTo(5);
    }

    @Test
    void aFileMayHaveCommentsAndContinuedLines() {
        OtpstreamConfig config = nothing()
                .file(
                        directory.resolve("c.properties"),
                        "# a comment that ends in a backslash \\",
                        "kafka.bootstrap.servers = a:1,\\",
                        "    b:2",
                        "",
                        "application.id: other")
                .load();

        assertThat(config.kafka().bootstrapServers()).isEqualTo("a:1,b:2");
        assertThat(config.streams().applicationId()).isEqualTo("other");
    }
}
