package io.otpstream.streams.fleet;

import io.otpstream.contract.Alert;
import io.otpstream.contract.AlertKind;
import io.otpstream.contract.Severity;
import io.otpstream.domain.rate.BudgetRules;
import io.otpstream.domain.rate.ClockCheck;
import io.otpstream.domain.rate.Demand;
import io.otpstream.domain.rate.Lease;
import io.otpstream.streams.calls.AlertSink;
import io.otpstream.streams.calls.ApiAccess;
import io.otpstream.streams.calls.BudgetState;
import io.otpstream.streams.calls.OrderGate;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says to other processes what they have to know. What can't be written now is not written later: it would be out of
 * date. Safe for use by several threads.
 */
final class FleetVoice {

    private static final String CLOCK_OFF = AlertKind.CLOCK_OFF.word();
    private static final Logger LOG = LoggerFactory.getLogger(FleetVoice.class);
    private static final Duration CLOSE_WITHIN = Duration.ofMillis(500);

    private final Producer<byte[], byte[]> producer;
    private final BudgetRules rules;
    private final String self;
    private final String name = ManagementFactory.getRuntimeMXBean().getName();
    private final ApiAccess access;
    private final AlertSink alerts;
    private final InstantSource clock;

    /** Guarded by itself. */
    private final ClockCheck clockCheck;

    private boolean clockWasOff;

    /** Takes over the producer and closes it in the end. */
    FleetVoice(
            Producer<byte[], byte[]> producer,
            BudgetRules rules,
            String self,
            ApiAccess access,
            AlertSink alerts,
            InstantSource clock) {
        this.producer = producer;
        this.rules = rules;
        this.self = self;
        this.access = access;
        this.alerts = alerts;
        this.clock = clock;
        this.clockCheck = new ClockCheck(rules.clockTolerance());
    }

    /** Tells what this process could use, and compares clocks by the way. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told
    void tell(Demand demand) {
        Instant sentAt = clock.instant();
        producer.send(Messages.DEMANDS.write(self, record(demand, sentAt)), (metadata, failure) -> {
            if (failure == null) {
                compareClocks(sentAt, Instant.ofEpochMilli(metadata.timestamp()), clock.instant());
            } else {
                LOG.warn("the demand for permits could not be told: {}", failure.toString());
            }
        });
    }

    /** This process ends. */
    void tellEnd() {
        send(Messages.DEMANDS.write(self, record(Demand.NONE, clock.instant())));
    }

    /** Tells who may send how much. */
    void lease(List<Lease> leases) {
        for (Lease lease : leases) {
            LeaseRecord record = new LeaseRecord(
                    LeaseRecord.VERSION, lease.slot(), rules.slot().toNanos(), self, lease.shares());
            send(Messages.LEASES.write(Long.toString(lease.slot()), record));
        }
    }

    void pauseOrders(OrderGate.Cause cause, long neededIdr) {
        sendAside(Messages.PAUSES.write(self, Pause.ofOrders(self, cause, neededIdr)));
    }

    void pauseCalls(Instant until) {
        sendAside(Messages.PAUSES.write(self, Pause.ofCalls(self, until)));
    }

    void banned(Instant until) {
        sendAside(Messages.PAUSES.write(self, Pause.ofBan(self, until)));
    }

    void cancelsCapped(Instant until) {
        sendAside(Messages.PAUSES.write(self, Pause.ofCancels(self, until)));
    }

    void balanceRead(Instant askedAt, Instant seenAt, long balanceIdr) {
        sendAside(Messages.READINGS.write(self, BalanceReading.of(askedAt, seenAt, balanceIdr)));
    }

    void close() {
        producer.close(CLOSE_WITHIN);
    }

    private DemandRecord record(Demand demand, Instant now) {
        BudgetState state = access.budget();
        double windowSeconds = rules.window().toNanos() / 1e9;
        return new DemandRecord(
                DemandRecord.VERSION,
                self,
                name,
                now,
                demand.needed(),
                demand.wanted(),
                demand.backlogged(),
                rules.limit(),
                state.createFraction() * state.share() * windowSeconds,
                offset().toMillis(),
                state);
    }

    private Duration offset() {
        synchronized (clockCheck) {
            return clockCheck.offset();
        }
    }

    private void compareClocks(Instant sentAt, Instant stampedAt, Instant acknowledgedAt) {
        boolean off;
        boolean changed;
        synchronized (clockCheck) {
            clockCheck.exchanged(sentAt, stampedAt, acknowledgedAt);
            off = clockCheck.isOff();
            changed = off != clockWasOff;
            clockWasOff = off;
        }
        if (changed) {
            access.clockIsOff(off);
            report(off);
        }
    }

    private void report(boolean off) {
        if (!off) {
            String message = "The clock of process " + name + " agrees with the brokers' again: the API is called.";
            LOG.info(message);
            alerts.raise(Alert.cleared(CLOCK_OFF, name, message, clock.instant()));
            return;
        }
        String message =
                ("Nothing is sent to the API: this machine's clock is %d ms ahead of the brokers', and %d ms are"
                                + " allowed. Process %s.")
                        .formatted(offset().toMillis(), rules.clockTolerance().toMillis(), name);
        LOG.error(message);
        alerts.raise(Alert.raised(
                CLOCK_OFF,
                name,
                message,
                "Synchronise the clock of that machine (NTP).",
                clock.instant(),
                Severity.CRITICAL));
    }

    /** On a thread of its own: a topic that is missing or forbidden holds up nothing else. */
    private void sendAside(ProducerRecord<byte[], byte[]> record) {
        Thread.ofVirtual().name("otpstream-voice").start(() -> send(record));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told
    private void send(ProducerRecord<byte[], byte[]> record) {
        producer.send(record, (metadata, failure) -> {
            if (failure != null) {
                LOG.warn("a record for {} could not be written: {}", record.topic(), failure.toString());
            }
        });
    }
}
