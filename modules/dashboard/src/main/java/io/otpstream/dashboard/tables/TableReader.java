package io.otpstream.dashboard.tables;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps tables up to date, on a thread of its own. While the brokers don't answer, or topics are missing, the tables stay
 * as they were and it goes on trying. What it hands out is safe for use by several threads.
 */
public final class TableReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TableReader.class);

    private static final Duration ONE_POLL = Duration.ofMillis(100);
    private static final Duration PROBE_EVERY = Duration.ofSeconds(1);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration CURRENT_FOR = Duration.ofSeconds(6);
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(5);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Supplier<Tables> empty;
    private final InstantSource clock;
    private final Thread thread =
            Thread.ofPlatform().name("otpstream-dashboard-tables").unstarted(this::run);
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Tables tables;
    private volatile boolean caughtUp;
    private volatile long heardNanos = System.nanoTime() - CURRENT_FOR.toNanos();
    private String problem = "";

    private TableReader(Supplier<Consumer<String, byte[]>> consumers, Supplier<Tables> empty, InstantSource clock) {
        this.consumers = consumers;
        this.empty = empty;
        this.clock = clock;
        this.tables = empty.get();
    }

    /**
     * Begins to read, and returns at once.
     *
     * @param kafka what every Kafka client is given, {@code bootstrap.servers} included
     * @param speed how much faster than real the API's world runs
     */
    public static TableReader start(Map<String, Object> kafka, double speed, InstantSource clock) {
        TableReader reader = new TableReader(() -> TopicConsumers.create(kafka), () -> new Tables(speed, clock), clock);
        reader.thread.start();
        return reader;
    }

    /** As far as they were read. */
    public Tables tables() {
        return tables;
    }

    /** Whether the tables are complete, and the brokers have answered just now. */
    public boolean isCurrent() {
        return caughtUp && System.nanoTime() - heardNanos < CURRENT_FOR.toNanos();
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
                readOn();
            } catch (KafkaException e) {
                report(e);
            }
            rest();
        }
    }

    /** From the beginning; returns when the reader is being closed. */
    private void readOn() {
        Tables fresh = empty.get();
        try (TopicFeed feed = TopicFeed.open(consumers.get(), fresh, clock.instant())) {
            long nextProbe = System.nanoTime();
            while (!isClosing()) {
                feed.poll(ONE_POLL);
                if (System.nanoTime() - nextProbe >= 0) {
                    heard(feed.probe());
                    nextProbe = System.nanoTime() + PROBE_EVERY.toNanos();
                }
                // Until the new ones are complete the old ones are worth more, unless there are none.
                if (feed.isCaughtUp() || !caughtUp) {
                    tables = fresh;
                    caughtUp |= feed.isCaughtUp();
                }
            }
        }
    }

    private void heard(boolean answered) {
        if (answered) {
            heardNanos = System.nanoTime();
            problem = "";
        }
    }

    /** Once, however often it is tried again. */
    private void report(KafkaException e) {
        String sentence = String.valueOf(e.getMessage());
        if (!sentence.equals(problem)) {
            problem = sentence;
            LOG.warn("The dashboard can't read the topics, and goes on trying: {}", sentence);
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
