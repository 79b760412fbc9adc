package io.otpstream.streams.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears what other processes say, and this one too, on topics of one partition that every process reads. */
public final class FleetListener {

    private static final Logger LOG = LoggerFactory.getLogger(FleetListener.class);
    private static final Duration POLL = Duration.ofMinutes(1);
    private static final Duration BEGIN_WITHIN = Duration.ofMinutes(1);

    /** Short, because whoever waits for one topic hears nothing of the others. */
    private static final Duration BEGIN_LATER_WITHIN = Duration.ofMillis(500);

    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(5);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final List<FollowedTopic> topics;
    private final Runnable onListening;
    private final Duration tryAgainAfter;
    private final Thread thread;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** When it was last tried to begin; the listener's thread alone. */
    private long triedAt;

    /** Where reading begins. */
    public sealed interface Start {
        /** What was said before is past. */
        record AtTheEnd() implements Start {}

        /** Everything that is there counts. */
        record AtTheBeginning() implements Start {}

        /** What was said since then may count still. */
        record Since(Instant instant) implements Start {}
    }

    /**
     * A topic of one partition that is read.
     *
     * @param reader on the listener's thread; must not throw
     * @param onWhole run once, on the listener's thread, when all was read that was there when reading began; must not
     *     throw
     */
    public record Subscription(
            String topic,
            Start start,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader,
            Runnable onWhole) {

        /** One of which nobody has to know when all of it was read. */
        public Subscription(
                String topic, Start start, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
            this(topic, start, reader, () -> {});
        }
    }

    /**
     * Takes over the consumer and closes it in the end.
     *
     * @param consumer without a group
     * @param onListening run once when nothing can be missed any more, or when the brokers don't answer
     */
    public FleetListener(Consumer<byte[], byte[]> consumer, List<Subscription> subscriptions, Runnable onListening) {
        this(consumer, subscriptions, onListening, TRY_AGAIN_AFTER);
    }

    /** @param tryAgainAfter what the brokers didn't answer */
    FleetListener(
            Consumer<byte[], byte[]> consumer,
            List<Subscription> subscriptions,
            Runnable onListening,
            Duration tryAgainAfter) {
        this.consumer = consumer;
        this.topics = subscriptions.stream().map(FollowedTopic::new).toList();
        this.onListening = onListening;
        this.tryAgainAfter = tryAgainAfter;
        this.thread = Thread.ofPlatform().daemon().name("otpstream-fleet").unstarted(this::listen);
    }

    /** Begins to listen. */
    public void start() {
        thread.start();
    }

    /** Hears nothing any more, soon; doesn't wait for that. */
    public void stop() {
        stopped.countDown();
        consumer.wakeup();
    }

    private void listen() {
        try {
            begin(BEGIN_WITHIN);
            onListening.run();
            while (!isStopped()) {
                beginAgain();
                poll();
            }
        } catch (WakeupException | InterruptedException end) {
            LOG.debug("nothing is heard any more");
        } finally {
            consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
        }
    }

    /** What the brokers didn't tell at first, or haven't told since. */
    private void beginAgain() {
        if (System.nanoTime() - triedAt >= tryAgainAfter.toNanos()) {
            begin(BEGIN_LATER_WITHIN);
        }
    }

    /** Where reading begins is decided here, and not by the first poll, which knows no beginning but the end. */
    private void begin(Duration atMost) {
        for (FollowedTopic topic : topics) {
            if (!topic.hasBegun()) {
                begin(topic, atMost);
            }
        }
        triedAt = System.nanoTime();
    }

    private void begin(FollowedTopic topic, Duration atMost) {
        Set<TopicPartition> begun = Set.copyOf(consumer.assignment());
        try {
            // Before it is asked about: the consumer warns of what it is told about a partition that it doesn't have.
            Set<TopicPartition> more = new HashSet<>(begun);
            more.add(topic.partition());
            consumer.assign(more);
            consumer.seek(topic.partition(), topic.begin(consumer, atMost));
            topic.tellIfWhole(consumer);
        } catch (WakeupException end) {
            throw end;
        } catch (KafkaException failure) {
            LOG.warn("{} can't be read yet: {}", topic.name(), failure.toString());
            // One that may not be read would keep all the others from being read.
            consumer.assign(begun);
        }
    }

    private void poll() throws InterruptedException {
        if (topics.stream().noneMatch(FollowedTopic::hasBegun)) {
            rest();
            return;
        }
        boolean begun = topics.stream().allMatch(FollowedTopic::hasBegun);
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(begun ? POLL : tryAgainAfter)) {
                topics.forEach(topic -> topic.read(record));
            }
            topics.forEach(topic -> topic.tellIfWhole(consumer));
        } catch (WakeupException end) {
            throw end;
        } catch (KafkaException failure) {
            LOG.warn("Other processes can't be heard just now: {}", failure.toString());
            rest();
        }
    }

    private void rest() throws InterruptedException {
        if (stopped.await(tryAgainAfter.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("nobody need be heard any more");
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }
}
