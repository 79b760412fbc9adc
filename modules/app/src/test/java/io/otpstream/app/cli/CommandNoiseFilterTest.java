package io.otpstream.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import org.junit.jupiter.api.Test;

class CommandNoiseFilterTest {

    private static final String NETWORK = "org.apache.kafka.clients.NetworkClient";

    @Test
    void aCommandTellsItselfThatTheBrokerIsOutOfReach() {
        assertThat(decide(NETWORK, "[AdminClient clientId=otpstream-command] Connection to node -1 failed"))
                .isEqualTo(FilterReply.DENY);
    }

    @Test
    void aCommandTellsItselfThatSomethingElseAnswersThanABroker() {
        assertThat(decide(
                        "org.apache.kafka.common.utils.KafkaThread",
                        "Uncaught exception in thread 'kafka-admin-client-thread | otpstream-command':"))
                .isEqualTo(FilterReply.DENY);
    }

    @Test
    void thePipelineNeedsTheWarning() {
        assertThat(decide(NETWORK, "[Producer clientId=otpstream-1-producer] Connection to node -1 failed"))
                .isEqualTo(FilterReply.NEUTRAL);
        assertThat(decide("io.otpstream.app.Any", "clientId=otpstream-command")).isEqualTo(FilterReply.NEUTRAL);
    }

    private static FilterReply decide(String logger, String message) {
        Logger from = new LoggerContext().getLogger(logger);
        return new CommandNoiseFilter().decide(new LoggingEvent("", from, Level.WARN, message, null, null));
    }
}
