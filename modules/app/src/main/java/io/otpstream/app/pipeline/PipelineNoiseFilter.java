package io.otpstream.app.pipeline;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Drops the warnings of a first start: Kafka Streams asks for its repartition topic a moment before it has made it. The
 * same logger tells of topics that are really missing, so a level can't tell them apart.
 */
public final class PipelineNoiseFilter extends Filter<ILoggingEvent> {

    private static final String NOT_YET = "-repartition=UNKNOWN_TOPIC_OR_PARTITION";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        boolean noise =
                event.getLevel() == Level.WARN && event.getFormattedMessage().contains(NOT_YET);
        return noise ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
