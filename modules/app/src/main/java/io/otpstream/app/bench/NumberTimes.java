package io.otpstream.app.bench;

import io.otpstream.app.cluster.TopicRecord;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.Topics;
import java.util.HashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** How long it takes from a request to its number. For one thread. */
final class NumberTimes {

    private static final int DIGITS = 3;
    private static final double MILLIS_PER_SECOND = 1_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Map<String, Long> sentNanos = new HashMap<>();
    private final Histogram millis = new Histogram(DIGITS);

    /** The request leaves now. */
    void sent(String requestId, long nanos) {
        sentNanos.put(requestId, nanos);
    }

    /** A record of whatever topic was read. */
    void read(TopicRecord record, long nanos) {
        if (sentNanos.containsKey(record.key()) && record.isFrom(Topics.ORDERS)) {
            record.read(Topics.ORDERS).ifPresent(event -> read(event, nanos));
        }
    }

    /** An event of an order was read; the first number of a request counts. */
    void read(OrderEvent event, long nanos) {
        if (event.type() == OrderEventType.PLACED && event.phoneNumber() != null) {
            Long sent = sentNanos.remove(event.requestId());
            if (sent != null) {
                millis.recordValue((nanos - sent) / NANOS_PER_MILLI);
            }
        }
    }

    /** Requests that were sent and have no number. */
    int withoutNumber() {
        return sentNanos.size();
    }

    /** In seconds, of those that have a number; 0 if none has. */
    double percentileSeconds(double percent) {
        return millis.getValueAtPercentile(percent) / MILLIS_PER_SECOND;
    }
}
