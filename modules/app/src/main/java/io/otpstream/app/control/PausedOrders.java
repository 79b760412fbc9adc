package io.otpstream.app.control;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.StartAt;
import io.otpstream.app.cluster.TopicReader;
import io.otpstream.app.cluster.TopicRecord;
import io.otpstream.contract.Cleanup;
import io.otpstream.contract.JsonSerde;
import io.otpstream.contract.Topic;
import io.otpstream.streams.calls.OperatorWord;
import io.otpstream.streams.fleet.OrdersPaused;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;

/** Which applications place no new orders because people have paused them. For one thread. */
public final class PausedOrders {

    /** Where it is said: application id → the pause. As {@code topics.yaml} describes it. */
    public static final Topic<String, OrdersPaused> TOPIC = new Topic<>(
            OrdersPaused.TOPIC, Serdes.String(), JsonSerde.of(OrdersPaused.class), 1, null, Cleanup.COMPACT, Map.of());

    private final SortedMap<String, OperatorWord.Stop> paused = new TreeMap<>();

    /**
     * As it is now.
     *
     * @throws io.otpstream.app.cluster.MissingTopicsException when nothing could be said yet, because the topic isn't there
     */
    public static PausedOrders read(Cluster cluster) {
        PausedOrders orders = new PausedOrders();
        try (TopicReader reader = open(cluster)) {
            reader.readToEnd(orders::accept);
        }
        return orders;
    }

    /** Reads what {@link #accept} takes, from the beginning; the caller closes it. */
    public static TopicReader open(Cluster cluster) {
        return cluster.reader(StartAt.BEGINNING, List.of(TOPIC));
    }

    /** Takes a record of {@link #TOPIC}. */
    public void accept(TopicRecord record) {
        switch (OrdersPaused.word(record.value(), record.timestamp())) {
            case OperatorWord.Stop stop -> paused.put(record.key(), stop);
            case OperatorWord.Go go -> paused.remove(record.key());
            case OperatorWord.Unheard unheard -> throw new IllegalStateException("a record says something");
        }
    }

    /** The pause of one application; nothing if its orders are placed. */
    public Optional<OperatorWord.Stop> of(String application) {
        return Optional.ofNullable(paused.get(application));
    }

    /** Application id → its pause, by id. */
    public SortedMap<String, OperatorWord.Stop> all() {
        return Collections.unmodifiableSortedMap(paused);
    }
}
