package io.otpstream.app.requests;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.StartAt;
import io.otpstream.app.cluster.TopicReader;
import io.otpstream.app.cluster.TopicRecord;
import io.otpstream.app.results.ResultTally;
import io.otpstream.contract.Decoded;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.RequestDecoder;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Requests that have a label and, as far as the topics tell, aren't over. For one thread. */
public final class LabelledRequests {

    private final Set<String> labels;
    private final Set<String> open = new LinkedHashSet<>();

    LabelledRequests(Set<String> labels) {
        this.labels = Set.copyOf(labels);
    }

    /**
     * The ids of all that have at least one of the labels, in the order of their timestamps. Holds no others in memory.
     * Throws Kafka's own exceptions.
     */
    public static Set<String> open(Cluster cluster, Set<String> labels) {
        LabelledRequests requests = new LabelledRequests(labels);
        try (TopicReader reader = cluster.reader(StartAt.BEGINNING, List.of(Topics.REQUESTS))) {
            reader.readToEnd(requests::request);
        }
        // Read after them, so that what has ended meanwhile is left out.
        try (TopicReader reader = cluster.reader(StartAt.BEGINNING, ResultTally.TOPICS)) {
            reader.readToEnd(requests::ending);
        }
        return requests.ids();
    }

    /** A record of the topic of requests. */
    void request(TopicRecord record) {
        byte[] key = record.key().getBytes(StandardCharsets.UTF_8);
        if (RequestDecoder.decode(key, record.value())
                        instanceof Decoded.Valid<VerificationRequest>(var id, var request)
                && !Collections.disjoint(request.labels(), labels)) {
            open.add(id);
        }
    }

    /** A record of {@link ResultTally#TOPICS}. Orders tell for longer than results that a code has come. */
    void ending(TopicRecord record) {
        if (!open.contains(record.key())) {
            return;
        }
        boolean isOver = !record.isFrom(Topics.ORDERS)
                || record.read(Topics.ORDERS)
                        .filter(event -> event.type() == OrderEventType.COMPLETED)
                        .isPresent();
        if (isOver) {
            open.remove(record.key());
        }
    }

    /** Those that have not ended so far. */
    Set<String> ids() {
        return Collections.unmodifiableSet(open);
    }
}
