package io.otpstream.app.config;

import static io.otpstream.app.config.ConfigInputsFixture.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** With everything logged that anybody can log, no secret of the configuration is. */
class ConfigKeepsSecretsTest {

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage());
        }
    };

    @BeforeEach
    void logEverything() {
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void logAsBefore() {
        root.setLevel(before);
        root.detachAppender(appender);
    }

    @Test
    void neitherLogNorTextNorListShowsOne() {
        LoadedConfig loaded = secrets().loadWithSources();

        assertThat(loaded.toString()).doesNotContain("s3cret").contains("[hidden]");
        assertThat(loaded.config().toString()).doesNotContain("s3cret");
        assertThat(loaded.shown())
                .noneMatch(setting -> setting.toString().contains("s3cret"))
                .filteredOn(setting -> setting.value().isEmpty())
                .extracting(ShownSetting::key)
                .containsExactlyInAnyOrder(
                        "dashboard.password",
                        "kafka.sasl.jaas.config",
                        "kafka.ssl.keystore.key",
                        "kafka.ssl.truststore.password",
                        "kafka.of.an.interceptor",
                        "SMSCODE_TOKEN",
                        "SMSCODE_WEBHOOK_SECRET");
        assertThat(lines).noneMatch(line -> line.contains("s3cret"));
    }

    @Test
    void aRefusalShowsNone() {
        assertThat(catchThrowable(() -> secrets()
                        .set("dashboard.password", "s3cret s3cret")
                        .variable("SMSCODE_TOKEN", "s3cret\n2")
                        .set("api.url", "https://s3cret@example.org")
                        .load()))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("dashboard.password")
                .hasMessageContaining("SMSCODE_TOKEN")
                .hasMessageContaining("api.url")
                .hasMessageNotContaining("s3cret");
        assertThat(lines).noneMatch(line -> line.contains("s3cret"));
    }

    @Test
    void aKafkaClientMadeOfItLogsNone() {
        KafkaSettings kafka = nothing()
                .set("kafka.bootstrap.servers", "127.0.0.1:1")
                .set("kafka.security.protocol", "SASL_PLAINTEXT")
                .set("kafka.sasl.mechanism", "PLAIN")
                .set(
                        "kafka.sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"otpstream\""
                                + " password=\"s3cret-sasl\";")
                .set("kafka.of.an.interceptor", "s3cret-interceptor")
                .load()
                .kafka();

        Admin.create(kafka.toClientConfig()).close(Duration.ZERO);

        assertThat(lines)
                .anyMatch(line -> line.contains("sasl.jaas.config = [hidden]"))
                .noneMatch(line -> line.contains("s3cret"));
    }

    private static ConfigInputsFixture secrets() {
        return nothing()
                .variable("SMSCODE_TOKEN", "s3cret-token")
                .variable("SMSCODE_WEBHOOK_SECRET", "s3cret-webhook")
                .variable("OTPSTREAM_DASHBOARD_PASSWORD", "s3cret-dashboard")
                .set("kafka.sasl.jaas.config", "password=s3cret-jaas")
                .set("kafka.ssl.keystore.key", "s3cret-key")
                .set("kafka.ssl.truststore.password", "s3cret-store")
                .set("kafka.of.an.interceptor", "s3cret-interceptor");
    }
}
