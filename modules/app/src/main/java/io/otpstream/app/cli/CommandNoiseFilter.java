package io.otpstream.app.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Drops what the Kafka clients of short commands log: such a command says in one line of its own why it failed. The same
 * logger serves the pipeline and the broker, whose warnings people must see, so a level can't tell them apart.
 */
public final class CommandNoiseFilter extends Filter<ILoggingEvent> {

    private static final String OF_A_COMMAND = "clientId=otpstream-command";

    /** Its thread dies of an answer that is none of Kafka's, such as one of a web server. */
    private static final String THREAD_OF_A_COMMAND = "| otpstream-command'";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        boolean noise = event.getLoggerName().startsWith("org.apache.kafka.")
                && (event.getFormattedMessage().contains(OF_A_COMMAND)
                        || event.getFormattedMessage().contains(THREAD_OF_A_COMMAND));
        return noise ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
