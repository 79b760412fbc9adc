package io.otpstream.app.broker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Drops the warnings with which a broker of one talks to its own controller while it starts and stops.
 *
 * <p>They come from the logger that also tells a client that its broker is out of reach, which people must see, so a
 * level can't tell them apart.
 */
public final class BrokerNoiseFilter extends Filter<ILoggingEvent> {

    private static final String TO_OWN_CONTROLLER = "[NodeToControllerChannelManager";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        boolean noise =
                event.getLevel() == Level.WARN && event.getFormattedMessage().startsWith(TO_OWN_CONTROLLER);
        return noise ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
