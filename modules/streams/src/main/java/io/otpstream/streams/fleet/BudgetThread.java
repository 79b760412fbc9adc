package io.otpstream.streams.fleet;

import io.otpstream.domain.rate.Allocator;
import io.otpstream.domain.rate.BudgetRules;
import io.otpstream.domain.rate.Lease;
import io.otpstream.streams.calls.ApiAccess;
import io.otpstream.streams.calls.Workload;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells this process's demand, and divides the budget of all processes while this one has the partition on which demands
 * arrive. The group sees to it that somebody has; that two believe to have it for a while does no harm, because of two
 * leases of one slot the first one counts.
 */
final class BudgetThread {

    private static final Logger LOG = LoggerFactory.getLogger(BudgetThread.class);
    private static final int POLLS_IN_A_SLOT = 10;
    private static final Duration IDLE_POLL = Duration.ofSeconds(2);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(1);
    private static final Duration CLOSE_WITHIN = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;
    private final BudgetRules rules;
    private final DemandReporter reporter;
    private final FleetVoice voice;
    private final ApiAccess access;
    private final InstantSource clock;
    private final Thread thread;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Also told of leases, by the listener's thread. */
    private final Allocator allocator;

    private boolean dividing;
    private Instant lastLease = Instant.MIN;

    /**
     * Takes over the consumer and closes it in the end.
     *
     * @param consumer of a group that all processes are in
     * @param allocator guarded by itself as a lock
     * @param access reads the balance for all while this process divides the budget
     */
    BudgetThread(
            Consumer<byte[], byte[]> consumer,
            BudgetRules rules,
            Allocator allocator,
            DemandReporter reporter,
            FleetVoice voice,
            ApiAccess access,
            InstantSource clock,
            Thread.UncaughtExceptionHandler onDeath) {
        this.consumer = consumer;
        this.rules = rules;
        this.allocator = allocator;
        this.reporter = reporter;
        this.voice = voice;
        this.access = access;
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("otpstream-budget").unstarted(this::run);
        this.thread.setUncaughtExceptionHandler(onDeath);
    }

    void start() {
        thread.start();
    }

    /** There is something to tell. */
    void wake() {
        consumer.wakeup();
    }

    /** Tells that there is no demand any more, leaves the group, and returns when that is done. */
    void stop() throws InterruptedException {
        stopped.countDown();
        consumer.wakeup();
        thread.join(CLOSE_WITHIN.multipliedBy(2));
    }

    private void run() {
        try {
            consumer.subscribe(List.of(DemandRecord.TOPIC), new Assignment());
            while (stopped.getCount() > 0) {
                step();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            // Demand that is no more is not to be met by others' leave until patience with it ends.
            voice.tellEnd();
            consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
        }
    }

    private void step() throws InterruptedException {
        try {
            Instant now = clock.instant();
            reporter.due(now).ifPresent(voice::tell);
            if (dividing) {
                List<Lease> leases = due(now);
                voice.lease(leases);
                lastLease = leases.isEmpty() ? lastLease : now;
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(pollTime())) {
                Messages.DEMANDS
                        .read(record)
                        .ifPresent(demand -> heard(demand, Instant.ofEpochMilli(record.timestamp())));
            }
        } catch (WakeupException news) {
            LOG.trace("something is to be told");
        } catch (KafkaException failure) {
            LOG.warn("The budget can't be shared just now: {}", failure.toString());
            if (stopped.await(TRY_AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("and need not be shared any more");
            }
        }
    }

    private List<Lease> due(Instant now) {
        synchronized (allocator) {
            return allocator.due(now);
        }
    }

    private void heard(DemandRecord told, Instant at) {
        synchronized (allocator) {
            allocator.demand(
                    told.process(),
                    told.demand(),
                    told.state().tasks(),
                    told.state().rateLimited(),
                    at);
        }
        Workload workload = told.state().workload();
        if (workload.open() + workload.waiting() > 0) {
            access.fleetWorked(at);
        }
    }

    private Duration pollTime() {
        boolean busy = reporter.isAsking()
                || (dividing && lastLease.plus(rules.patience()).isAfter(clock.instant()));
        return busy ? rules.slot().dividedBy(POLLS_IN_A_SLOT) : IDLE_POLL;
    }

    /** Whoever used permits of a window that isn't over has to be known to the one who divides it. */
    private void rememberMembers(Collection<TopicPartition> partitions) {
        long since = clock.instant()
                .minus(rules.window())
                .minus(rules.slack())
                .minus(rules.horizon())
                .minus(rules.patience())
                .toEpochMilli();
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, since));
        try {
            consumer.offsetsForTimes(times).forEach((partition, first) -> {
                if (first != null) {
                    consumer.seek(partition, first.offset());
                }
            });
        } catch (WakeupException news) {
            // It is for step() to act on.
            consumer.wakeup();
        }
    }

    private final class Assignment implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                LOG.debug("this process divides the budget now");
                dividing = true;
                access.watchBalance(true);
                lastLease = clock.instant();
                rememberMembers(partitions);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                LOG.debug("this process divides the budget no longer");
                dividing = false;
                access.watchBalance(false);
            }
        }
    }
}
