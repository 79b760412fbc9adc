package io.otpstream.streams.fleet;

import io.otpstream.domain.rate.Allocator;
import io.otpstream.domain.rate.BudgetRules;
import io.otpstream.domain.rate.Lease;
import io.otpstream.domain.rate.Split;
import io.otpstream.streams.calls.AlertSink;
import io.otpstream.streams.calls.ApiAccess;
import io.otpstream.streams.calls.FleetSignals;
import io.otpstream.streams.calls.OrderGate;
import io.otpstream.streams.fleet.FleetListener.Start;
import io.otpstream.streams.fleet.FleetListener.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;

/**
 * This process among all that use the same token: what it tells the others and hears from them. Safe for use by several
 * threads.
 */
public final class Fleet implements FleetSignals, AutoCloseable {

    /** Another one for every start, so that a process knows its own words, and nobody uses permits of the dead. */
    private final String self = UUID.randomUUID().toString();

    /** Longer than between two readings of an idle fleet. */
    private static final Duration CAPS_ARE_REPEATED = Duration.ofMinutes(30);

    private final ApiAccess access;
    private final Allocator allocator;
    private final FleetVoice voice;
    private final Instant begin;
    private final FleetListener listener;
    private final BudgetThread budget;

    /** The clients that a fleet talks with; it takes them over and closes them in the end. */
    public record Clients(
            Producer<byte[], byte[]> producer, Consumer<byte[], byte[]> listener, Consumer<byte[], byte[]> member) {}

    /**
     * Says and hears nothing before {@link #start}.
     *
     * @param access started once nothing that others say can be missed any more
     * @param learnt what is read besides: what all instances have learnt
     * @param onDeath told if the thread that shares the budget ends with an exception
     */
    public Fleet(
            Clients clients,
            BudgetRules rules,
            Split split,
            ApiAccess access,
            List<Subscription> learnt,
            AlertSink alerts,
            InstantSource clock,
            Thread.UncaughtExceptionHandler onDeath) {
        this.access = access;
        this.allocator = new Allocator(rules, split);
        this.voice = new FleetVoice(clients.producer(), rules, self, access, alerts, clock);
        // Slots that are still to come were leased within the horizon; more covers what is late.
        Instant leasesSince = clock.instant().minus(rules.horizon().multipliedBy(5));
        this.begin = clock.instant();
        // A cap is told again with every reading of the balance.
        Instant pausesSince = begin.minus(CAPS_ARE_REPEATED);
        this.listener = new FleetListener(
                clients.listener(),
                Stream.concat(
                                Stream.of(
                                        new Subscription(Pause.TOPIC, new Start.Since(pausesSince), this::pauseHeard),
                                        new Subscription(
                                                LeaseRecord.TOPIC, new Start.Since(leasesSince), this::leaseHeard)),
                                learnt.stream())
                        .toList(),
                access::start);
        DemandReporter reporter = new DemandReporter(rules.slot(), access::demand);
        this.budget = new BudgetThread(clients.member(), rules, allocator, reporter, voice, access, clock, onDeath);
    }

    /** Begins to listen and to tell. */
    public void start() {
        listener.start();
        budget.start();
    }

    @Override
    public void demandRose() {
        budget.wake();
    }

    @Override
    public void quiet(Instant until) {
        voice.pauseCalls(until);
    }

    @Override
    public void pauseOrders(OrderGate.Cause cause, long neededIdr) {
        voice.pauseOrders(cause, neededIdr);
    }

    @Override
    public void banned(Instant until) {
        voice.banned(until);
    }

    @Override
    public void cancelsCapped(Instant until) {
        voice.cancelsCapped(until);
    }

    @Override
    public void balanceRead(Instant askedAt, Instant seenAt, long balanceIdr) {
        voice.balanceRead(askedAt, seenAt, balanceIdr);
    }

    /** Says nothing and hears nothing any more: some 1.5 s at most. */
    @Override
    public void close() {
        listener.stop();
        try {
            budget.stop();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        voice.close();
    }

    private void leaseHeard(ConsumerRecord<byte[], byte[]> record) {
        Messages.LEASES.read(record).ifPresent(told -> {
            Lease lease = told.toLease();
            access.lease(lease, self);
            synchronized (allocator) {
                allocator.leased(lease.slot());
            }
        });
    }

    private void pauseHeard(ConsumerRecord<byte[], byte[]> record) {
        Messages.PAUSES.read(record).filter(pause -> !pause.from().equals(self)).ifPresent(pause -> {
            OrderGate.Cause cause = pause.cause();
            // What closed gates before this process was there is nothing to its own, which is closed at first anyway.
            if (cause != null && record.timestamp() >= begin.toEpochMilli()) {
                access.pauseOrders(cause, pause.neededIdr());
            }
            Instant quietUntil = pause.quietUntil();
            if (quietUntil != null) {
                access.pauseCalls(quietUntil);
            }
            Instant cappedUntil = pause.cappedUntil();
            if (cappedUntil != null) {
                access.capSpend(cappedUntil);
            }
            Instant bannedUntil = pause.bannedUntil();
            if (bannedUntil != null) {
                access.banOrders(bannedUntil);
            }
            Instant cancelsFrom = pause.cancelsFrom();
            if (cancelsFrom != null) {
                access.capCancels(cancelsFrom);
            }
        });
    }
}
