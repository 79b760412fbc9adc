package io.otpstream.app.bench;

import io.otpstream.app.cluster.Outgoing;
import io.otpstream.app.cluster.RecordSender;
import io.otpstream.app.cluster.SendReport;
import io.otpstream.app.cluster.StartAt;
import io.otpstream.app.cluster.TopicReader;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A batch that the budget needs a day for, and people who don't want to wait for it. Broker, simulator and one instance
 * are processes.
 */
public final class Backlog {

    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final Duration LAST_NUMBER_WITHIN = Duration.ofMinutes(1);
    private static final Duration READ_WITHIN = Duration.ofMinutes(15);
    private static final double NANOS_PER_SECOND = 1e9;

    private final BacklogSettings settings;
    private final Path directory;
    private final Narration narration;
    private final BacklogLoad plan;
    private final NumberTimes times = new NumberTimes();

    /**
     * A run that hasn't begun.
     *
     * @param directory for logs and states; stays the caller's
     * @param narration told how it is going
     */
    public Backlog(BacklogSettings settings, Path directory, Narration narration) {
        this.settings = settings;
        this.directory = directory;
        this.narration = narration;
        this.plan = new BacklogLoad(settings);
    }

    /** Runs it to its end. */
    public BacklogReport run() throws InterruptedException, ExecutionException, IOException {
        try (World world = World.start(directory, List.of("--seed", Long.toString(settings.seed())));
                Instance instance = world.instance("backlog", List.of());
                GroupProbe group = new GroupProbe(world.bootstrapServers());
                Producer<String, VerificationRequest> producer = world.cluster().producer(Topics.REQUESTS);
                TopicReader orders = world.cluster().reader(StartAt.END, List.of(Topics.ORDERS));
                ExecutorService executor = Executors.newSingleThreadExecutor()) {
            world.simulator().makeRich();
            instance.awaitReady();
            long start = System.nanoTime();
            sendBatch(producer);
            double sent = secondsSince(start);
            narration.tell("%d batch requests were sent in %.1f s".formatted(settings.batch(), sent));
            Future<Double> intake = executor.submit(intake(group, instance, start));
            askInBetween(producer, orders);
            // The peak is gone with the process.
            OptionalLong peak = instance.residentPeakBytes();
            return new BacklogReport(
                    settings,
                    sent,
                    intake.get(),
                    times.percentileSeconds(50),
                    times.percentileSeconds(95),
                    times.percentileSeconds(100),
                    times.withoutNumber(),
                    peak.isPresent() ? peak.getAsLong() : null,
                    instance.isAlive(),
                    world.simulator()
                            .ledger()
                            .path("totals")
                            .path("requests_429")
                            .longValue());
        }
    }

    private void sendBatch(Producer<String, VerificationRequest> producer) {
        SendReport report = new RecordSender<>(producer, Topics.REQUESTS).send(plan.batch(), () -> {});
        if (!report.unsent().isEmpty()) {
            throw new IllegalStateException(
                    report.unsent().size() + " batch requests could not be sent: " + report.reason());
        }
    }

    /** Seconds from the start until the instance has read every request that was there; negative if it never has. */
    private Callable<Double> intake(GroupProbe group, Instance instance, long start) {
        return () -> {
            while (group.lag() > 0) {
                if (!instance.isAlive() || secondsSince(start) > READ_WITHIN.toSeconds()) {
                    return -1.0;
                }
                TimeUnit.MILLISECONDS.sleep(GLANCE.toMillis());
            }
            double seconds = secondsSince(start);
            narration.tell("all requests were read %.1f s after the first was sent".formatted(seconds));
            return seconds;
        };
    }

    /** One thread sends and reads: what it waits for is a poll, which ends when something comes. */
    private void askInBetween(Producer<String, VerificationRequest> producer, TopicReader orders) {
        long next = System.nanoTime();
        for (Outgoing<VerificationRequest> request : plan.interactive()) {
            readUntil(next, orders);
            times.sent(request.requestId(), System.nanoTime());
            send(producer, request);
            narration.step();
            next += BETWEEN.toNanos();
        }
        long last = System.nanoTime() + LAST_NUMBER_WITHIN.toNanos();
        while (times.withoutNumber() > 0 && System.nanoTime() - last < 0) {
            read(orders);
        }
    }

    private void readUntil(long nanos, TopicReader orders) {
        while (System.nanoTime() - nanos < 0) {
            read(orders);
        }
    }

    private void read(TopicReader orders) {
        orders.poll(POLL).forEach(record -> times.read(record, System.nanoTime()));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the producer repeats until the broker has it, or logs
    private static void send(Producer<String, VerificationRequest> producer, Outgoing<VerificationRequest> request) {
        producer.send(
                new ProducerRecord<>(Topics.REQUESTS.name(), request.requestId(), request.value()),
                (where, failure) -> {
                    if (failure != null) {
                        LOG.error("{} could not be sent", request.requestId(), failure);
                    }
                });
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / NANOS_PER_SECOND;
    }
}
