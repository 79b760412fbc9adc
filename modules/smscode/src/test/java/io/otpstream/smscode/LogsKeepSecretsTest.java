package io.otpstream.smscode;

import static io.otpstream.smscode.Results.value;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.otpstream.domain.api.GuideApi;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.PublishedApi;
import io.otpstream.domain.api.WebhookChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Even with everything logged, HttpClient's own loggers included, no secret is. */
class LogsKeepSecretsTest {

    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage());
        }
    }

    private final Logger http = (Logger) LoggerFactory.getLogger("org.apache.hc");
    private final Lines log = new Lines();

    @BeforeEach
    void logEverything() {
        log.start();
        http.addAppender(log);
        http.setAdditive(false);
        http.setLevel(Level.TRACE);
    }

    @AfterEach
    void logAsBefore() {
        http.setLevel(null);
        http.setAdditive(true);
        http.detachAppender(log);
    }

    @Test
    void tokenCodeAndNumberAreNotLogged() throws IOException {
        String completed = "{\"success\":true,\"data\":{\"order_id\":\"o-1\",\"phone_number\":\"+62811222333\","
                + "\"status\":\"completed\",\"otp_code\":\"847291\"}}";
        try (RawServer server = new RawServer(connection -> {
                    while (connection.read().isPresent()) {
                        connection.answer(200, completed);
                    }
                });
                GuideApi api = GuideClient.create(
                        new ClientSettings(server.uri("http"), Duration.ofSeconds(50), 1),
                        TokenSource.fixed("s3cret-t0ken"))) {
            assertThat(value(Results.await(api.order("o-1", Permit.untimed("call-1"))))
                            .otpCode())
                    .isEqualTo("847291");
        }
        assertThat(log.lines).anyMatch(line -> line.contains("x-request-id: call-1"));
        assertThat(log.lines)
                .noneMatch(line -> line.contains("s3cret-t0ken"))
                .noneMatch(line -> line.contains("847291"))
                .noneMatch(line -> line.contains("62811222333"));
    }

    @Test
    void secretOfTheWebhookIsNotLogged() throws IOException {
        String webhook = "{\"success\":true,\"data\":{\"webhook_secret\":\"s3cret-signature\"}}";
        try (RawServer server = new RawServer(connection -> {
                    while (connection.read().isPresent()) {
                        connection.answer(200, webhook);
                    }
                });
                PublishedApi api = PublishedClient.create(
                        new ClientSettings(server.uri("http"), Duration.ofSeconds(50), 1),
                        TokenSource.fixed("s3cret-t0ken"))) {
            WebhookChange change = new WebhookChange("https://example.org/", "s3cret-signature");
            assertThat(value(Results.await(api.changeWebhook(change, Permit.untimed("call-1"))))
                            .secret())
                    .isEqualTo("s3cret-signature");
            byte[] body = "{\"s3cret\":1}".getBytes(StandardCharsets.UTF_8);
            Results.await(api.createOrders("key", body, Permit.untimed("call-2")));
        }
        assertThat(log.lines).anyMatch(line -> line.contains("x-request-id: call-1"));
        assertThat(log.lines).noneMatch(line -> line.contains("s3cret"));
        assertThat(ApiRequest.patch("/webhook", JsonBody.of("s3cret"), Permit.untimed("c"))
                        .toString())
                .doesNotContain("s3cret");
    }
}
