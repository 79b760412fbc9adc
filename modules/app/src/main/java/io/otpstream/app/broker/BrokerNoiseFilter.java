package io.otpstream.app.broker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Drops warnings of a broker of one that say nothing to anybody: its talk to its own controller while it starts and stops,
 * and that one of Kafka's own topics is there already, because it was asked for again before the broker knew.
 *
 * <p>They come from loggers that also tell what people must see, so a level can't tell them apart.
 */
public final class BrokerNoiseFilter extends Filter<ILoggingEvent> {

    private static final String TO_OWN_CONTROLLER = "[NodeToControllerChannelManager";
    private static final String OWN_TOPICS = "Auto topic creation failed for __";
    private static final String IS_THERE = "'TOPIC_ALREADY_EXISTS'";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        return event.getLevel() == Level.WARN && isNoise(event.getFormattedMessage())
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }

    private static boolean isNoise(String message) {
        return message.startsWith(TO_OWN_CONTROLLER) || (message.startsWith(OWN_TOPICS) && message.contains(IS_THERE));
    }
}
