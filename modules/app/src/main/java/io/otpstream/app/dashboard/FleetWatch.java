package io.otpstream.app.dashboard;

import io.otpstream.app.budget.BudgetNews;
import io.otpstream.app.budget.FleetState;
import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows what processes tell each other about the budget, on a thread of its own, and goes on trying while the brokers
 * don't answer. What it answers is safe for use by several threads.
 */
final class FleetWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FleetWatch.class);

    private static final Duration ONE_POLL = Duration.ofMillis(250);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(3);

    private final Cluster cluster;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("otpstream-dashboard-fleet").unstarted(this::run);
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Optional<FleetState> state = Optional.empty();

    private FleetWatch(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Begins to read, and returns at once. */
    static FleetWatch start(Map<String, Object> kafka) {
        FleetWatch watch = new FleetWatch(Cluster.of(kafka));
        watch.thread.start();
        return watch;
    }

    /** As it was told last; nothing before it was read for the first time. */
    Optional<FleetState> state() {
        return state;
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(CLOSED_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!isClosing()) {
            try {
                follow();
            } catch (KafkaException e) {
                LOG.debug("The state of the budget can't be read; it is tried again", e);
            }
            rest();
        }
    }

    private void follow() {
        Instant since = Instant.now().minus(BudgetNews.WORTH_READING);
        try (TopicReader reader = cluster.readerSince(since, BudgetNews.TOPICS)) {
            BudgetNews news = new BudgetNews();
            reader.readToEnd(news::accept);
            while (!isClosing()) {
                state = Optional.of(news.state(Instant.now()));
                reader.poll(ONE_POLL).forEach(news::accept);
            }
        }
    }

    private void rest() {
        try {
            closing.await(RETRY_AFTER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }
}
