package io.otpstream.app.broker;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import org.junit.jupiter.api.Test;

class BrokerNoiseFilterTest {

    @Test
    void aBrokerWaitsForItsOwnController() {
        assertThat(decide("[NodeToControllerChannelManager id=1 name=forwarding] Disconnecting from node 1"))
                .isEqualTo(FilterReply.DENY);
    }

    @Test
    void oneOfKafkasTopicsIsThereAlready() {
        assertThat(decide("Auto topic creation failed for __transaction_state with error 'TOPIC_ALREADY_EXISTS': Topic"
                        + " '__transaction_state' already exists."))
                .isEqualTo(FilterReply.DENY);
    }

    @Test
    void oneOfKafkasTopicsThatCanNotBeMadeIsTold() {
        assertThat(decide("Auto topic creation failed for __transaction_state with error 'INVALID_REPLICATION_FACTOR'"))
                .isEqualTo(FilterReply.NEUTRAL);
    }

    private static FilterReply decide(String message) {
        return new BrokerNoiseFilter()
                .decide(new LoggingEvent("", new LoggerContext().getLogger("any"), Level.WARN, message, null, null));
    }
}
