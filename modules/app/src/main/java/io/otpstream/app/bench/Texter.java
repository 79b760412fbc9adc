package io.otpstream.app.bench;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.StartAt;
import io.otpstream.app.cluster.TopicReader;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The applications under test: they text the numbers that are published, and no others. */
final class Texter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Texter.class);
    private static final Duration POLL = Duration.ofMillis(100);

    /** Log-normal as the vendor's guide has it: 75 % arrive, half of them within 21 s, with a sigma of 0.45. */
    private static final double SHARE = 0.75;

    private static final double MEDIAN_SECONDS = 21;
    private static final double SIGMA = 0.45;

    private final TopicReader orders;
    private final SimulatorProbe simulator;
    private final ScheduledExecutorService executor;
    private final SplittableRandom random;
    private final Thread thread;
    private volatile boolean closing;

    /**
     * Begins to read.
     *
     * @param executor sends the texts when it is time; stays the caller's
     */
    Texter(Cluster cluster, SimulatorProbe simulator, ScheduledExecutorService executor, long seed) {
        this.orders = cluster.reader(StartAt.BEGINNING, List.of(Topics.ORDERS));
        this.simulator = simulator;
        this.executor = executor;
        this.random = new SplittableRandom(seed);
        this.thread = Thread.ofPlatform().daemon().name("texter").start(this::read);
    }

    private void read() {
        try (orders) {
            while (!closing) {
                orders.poll(POLL).forEach(record -> record.read(Topics.ORDERS).ifPresent(this::use));
            }
        } catch (KafkaException failure) {
            LOG.error("No texts are sent any more", failure);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // text() tells what goes wrong
    private void use(OrderEvent event) {
        String number = event.phoneNumber();
        double seconds = MEDIAN_SECONDS * Math.exp(SIGMA * random.nextGaussian());
        if (event.type() == OrderEventType.PLACED && number != null && random.nextDouble() < SHARE) {
            Duration delay = ChaosSettings.SPEED.shorten(Duration.ofMillis((long) (seconds * 1_000)));
            executor.schedule(() -> text(number), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** The order may have ended meanwhile; that is the simulator's to say. */
    private void text(String number) {
        try {
            boolean arrived = simulator.text(number, "Your code is 847291");
            LOG.debug("a text {}", arrived ? "arrived" : "came to a number that nobody rents any more");
        } catch (IOException failure) {
            LOG.error("a text could not be sent", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
