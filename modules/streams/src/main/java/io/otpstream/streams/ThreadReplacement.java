package io.otpstream.streams;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a stream thread that died: its tasks start again from what was committed. When threads keep dying the
 * pipeline ends, so that whoever runs it notices.
 */
final class ThreadReplacement implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadReplacement.class);
    private static final int MOST_DEATHS = 5;
    private static final Duration WITHIN = Duration.ofMinutes(1);

    /** Of what Kafka Streams says where somebody has changed the partitions of topics: no other thread can mend that. */
    private static final String OTHER_PARTITIONS = "has invalid partitions";

    private final Consumer<Throwable> onGivingUp;
    private final Deque<Long> deaths = new ArrayDeque<>();

    ThreadReplacement(Consumer<Throwable> onGivingUp) {
        this.onGivingUp = onGivingUp;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable death) {
        long now = System.nanoTime();
        deaths.add(now);
        while (now - deaths.getFirst() > WITHIN.toNanos()) {
            deaths.removeFirst();
        }
        if (deaths.size() > MOST_DEATHS || isOfPartitions(death)) {
            onGivingUp.accept(death);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.warn("A stream thread died and is replaced", death);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private static boolean isOfPartitions(Throwable death) {
        return death instanceof StreamsException
                && String.valueOf(death.getMessage()).contains(OTHER_PARTITIONS);
    }
}
