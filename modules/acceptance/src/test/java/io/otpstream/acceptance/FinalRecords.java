package io.otpstream.acceptance;

import static org.awaitility.Awaitility.await;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.StartAt;
import io.otpstream.app.cluster.TopicReader;
import io.otpstream.app.results.ResultTally;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/** How requests ended, as the topics say. */
final class FinalRecords {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ONE_POLL = Duration.ofMillis(100);

    private final Cluster cluster;

    FinalRecords(String bootstrapServers) {
        cluster = Cluster.of(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** Returns once each of these requests has a final record. */
    void awaitAll(Collection<String> requestIds) {
        ResultTally tally = new ResultTally();
        try (TopicReader reader = open()) {
            // A consumer belongs to one thread.
            await().pollInSameThread().atMost(PATIENCE).until(() -> {
                reader.poll(ONE_POLL).forEach(tally::add);
                return tally.hasAll(requestIds);
            });
        }
    }

    /** All there are now. When nobody writes any more it is known that no request has two. */
    ResultTally all() {
        ResultTally tally = new ResultTally();
        try (TopicReader reader = open()) {
            reader.readToEnd(tally::add);
        }
        return tally;
    }

    private TopicReader open() {
        return cluster.reader(StartAt.BEGINNING, ResultTally.TOPICS);
    }
}
