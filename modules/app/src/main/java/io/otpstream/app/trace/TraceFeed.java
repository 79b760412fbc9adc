package io.otpstream.app.trace;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.StartAt;
import io.otpstream.app.cluster.TopicReader;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One request's records that are there, and those that come. For one thread. */
public final class TraceFeed implements AutoCloseable {

    private static final Duration ONE_POLL = Duration.ofMillis(200);

    private final TopicReader reader;
    private final TraceLog log;

    private TraceFeed(TopicReader reader, TraceLog log) {
        this.reader = reader;
        this.log = log;
    }

    /**
     * Reads what is there: the partitions that the id belongs to, and all others only if the request isn't there, since
     * its producer may have a partitioner of its own. Throws Kafka's own exceptions.
     */
    public static TraceFeed open(Cluster cluster, String requestId) {
        TraceFeed ofKey = read(cluster.readerOf(requestId, TraceLog.TOPICS), requestId);
        if (ofKey.log.hasRequest()) {
            return ofKey;
        }
        ofKey.close();
        return read(cluster.readerOf(StartAt.BEGINNING, TraceLog.TOPICS), requestId);
    }

    private static TraceFeed read(TopicReader reader, String requestId) {
        TraceLog log = new TraceLog(requestId);
        try {
            reader.readWholeToEnd(log::add);
            return new TraceFeed(reader, log);
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** What was read so far. */
    public TraceLog log() {
        return log;
    }

    /** Topics that don't go back to where the request came. */
    public List<Gap> gaps() {
        return log.gaps(reader.starts());
    }

    /** Hands over what comes until the final record is there, or soon after {@code stopped} says so. */
    public void follow(BooleanSupplier stopped, Consumer<Step> each) {
        while (!log.isOver() && !stopped.getAsBoolean()) {
            poll(each);
            if (log.isOver()) {
                // What was committed together with the final record may come from another partition a moment later.
                poll(each);
            }
        }
    }

    private void poll(Consumer<Step> each) {
        reader.pollWhole(ONE_POLL).forEach(record -> log.add(record).ifPresent(each));
    }

    @Override
    public void close() {
        reader.close();
    }
}
