package io.otpstream.app.bench;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.StartAt;
import io.otpstream.app.cluster.TopicReader;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationRequest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * More requests than the budget carries: the busiest partition always has some that wait, the others get no more than
 * they can serve, so that a share of the budget that belongs to them is not all used. For one thread.
 */
final class FleetLoad implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FleetLoad.class);
    private static final List<Integer> COUNTRIES = List.of(6, 8, 9, 2, 5);
    private static final int PLATFORMS = 5;
    private static final int AT_ONCE = 300;

    /** 120 a minute: more than the best plan gets out of 300 calls, which is 87. */
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private static final Duration POLL = Duration.ofMillis(100);

    private final Producer<String, VerificationRequest> producer;
    private final TopicReader orders;
    private final SkewedIds ids;
    private final SplittableRandom random;
    private final int partitions;

    /** Requests of the busiest partition for which no order was tried yet. */
    private final Set<String> waiting = new HashSet<>();

    private long nextNanos;
    private int smallestBacklog;

    /** Sends the first ones at once. */
    FleetLoad(Cluster cluster, int partitions, long seed) {
        this.random = new SplittableRandom(seed);
        this.ids = new SkewedIds("fleet", partitions, FleetSettings.HOT_SHARE, random.split());
        this.partitions = partitions;
        this.orders = cluster.reader(StartAt.BEGINNING, List.of(Topics.ORDERS));
        this.producer = cluster.producer(Topics.REQUESTS);
        for (int i = 0; i < AT_ONCE; i++) {
            send();
        }
        nextNanos = System.nanoTime();
        smallestBacklog = waiting.size();
    }

    /** Sends and reads until then. */
    void keepUpUntil(long nanos) {
        for (long now = System.nanoTime(); now - nanos < 0; now = System.nanoTime()) {
            while (now - nextNanos >= 0) {
                send();
                nextNanos += BETWEEN.toNanos();
            }
            orders.poll(POLL).forEach(record -> waiting.remove(record.key()));
            smallestBacklog = Math.min(smallestBacklog, waiting.size());
        }
    }

    /** The fewest requests that have waited on the busiest partition at any moment; 0 makes the figures worthless. */
    int smallestBacklog() {
        return smallestBacklog;
    }

    @Override
    public void close() {
        producer.close();
        orders.close();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the producer repeats until the broker has it, or logs
    private void send() {
        String id = ids.next();
        VerificationRequest request = VerificationRequest.of(
                        1 + random.nextInt(PLATFORMS), COUNTRIES.get(random.nextInt(COUNTRIES.size())))
                .withMaxAttempts(1);
        if (SkewedIds.partition(id, partitions) == SkewedIds.HOT_PARTITION) {
            waiting.add(id);
        }
        producer.send(new ProducerRecord<>(Topics.REQUESTS.name(), id, request), (where, failure) -> {
            if (failure != null) {
                LOG.error("{} could not be sent", id, failure);
            }
        });
    }
}
