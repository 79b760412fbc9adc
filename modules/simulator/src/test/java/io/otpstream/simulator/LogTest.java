package io.otpstream.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.simulator.SimulatorClient.Answer;
import io.otpstream.simulator.vendor.Dialect;
import io.otpstream.simulator.vendor.Outage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogTest {

    private static final Set<Outage.Symptom> SILENT =
            EnumSet.of(Outage.Symptom.SILENCE, Outage.Symptom.RESET, Outage.Symptom.HALF);

    private final Logger logger = (Logger) LoggerFactory.getLogger("ROOT");
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
    private Level level = Level.WARN;

    @BeforeEach
    void listen() {
        level = logger.getLevel();
        logger.setLevel(Level.INFO);
        appender.start();
        logger.addAppender(appender);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(appender);
        logger.setLevel(level);
    }

    @Test
    void tellsWhereItListensAndNothingOfWhatPassesOverTheCounter() throws Exception {
        String code;
        String number;
        try (Simulator simulator = Simulator.start(SimulatorSettings.defaults().withSpeed(1_000));
                SimulatorClient client = new SimulatorClient(simulator)) {
            Answer created = client.create(6, 901);
            number = created.data().path("phone_number").textValue().substring(1);
            code = client.look(created).data().path("otp_code").textValue();
            client.control("/sms", "{\"to\":\"" + number + "\",\"text\":\"" + code + "\"}");
            for (Outage.Kind kind : Outage.Kind.values()) {
                simulator.startOutage(Outage.total(kind));
                assertThat(isAnswered(client, kind)).isEqualTo(!SILENT.contains(kind.symptom()));
            }
        }

        List<ILoggingEvent> events = new ArrayList<>(appender.list);
        assertThat(events)
                .filteredOn(event -> event.getLoggerName().startsWith("io.otpstream"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getLevel()).isEqualTo(Level.INFO);
                    assertThat(event.getFormattedMessage()).contains("/v1").contains("/simulator");
                });
        assertThat(events).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
        assertThat(events)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(text -> text.contains(code) || text.contains(number) || text.contains(Simulator.TOKEN));
    }

    @Test
    void tellsNothingOfWhatIsPushedEither() throws Exception {
        String secret;
        JsonNode pushed;
        try (WebhookReceiver receiver = new WebhookReceiver();
                Simulator simulator =
                        Simulator.start(SimulatorSettings.defaults().withDialect(Dialect.PUBLISHED));
                SimulatorClient client = new SimulatorClient(simulator)) {
            secret = client.patch("/webhook", "{\"webhook_url\":\"" + receiver.url() + "\"}")
                    .data()
                    .path("webhook_secret")
                    .textValue();
            client.post("/orders/create", "{\"catalog_product_id\":6901}").data();
            Awaitility.await().until(() -> receiver.received().size() == 1);
            pushed = receiver.received().getFirst().data();
        }

        assertThat(appender.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(text -> text.contains(secret)
                        || text.contains(pushed.path("otp_code").textValue())
                        || text.contains(pushed.path("phone_number").textValue().substring(1)));
        assertThat(appender.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
    }

    private static boolean isAnswered(SimulatorClient client, Outage.Kind kind) throws InterruptedException {
        try {
            boolean silent = kind.symptom() == Outage.Symptom.SILENCE;
            client.rawCreate(1, "r", silent ? Duration.ofSeconds(1) : Duration.ofMinutes(1));
            return true;
        } catch (IOException expected) {
            return false;
        }
    }
}
