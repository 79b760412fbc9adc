package io.otpstream.app.check;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.domain.rate.ClockCheck;
import io.otpstream.streams.fleet.BalanceReading;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Whether transactions work, and what time it is at the brokers: a few records are written to an internal topic in a
 * transaction that is given up, so that nobody reads them. All readers of that topic read committed records only.
 *
 * @param tolerance by how much clocks may differ before a pipeline stops calling the API
 */
record TransactionsLook(Cluster cluster, String applicationId, String servers, Duration tolerance, InstantSource clock)
        implements KafkaLook {

    /** The first exchange takes longer, for it finds the broker. */
    private static final int EXCHANGES = 3;

    /** The broker's time replaces it, unless the topic isn't as it should be. */
    private static final Duration NOT_NOW = Duration.ofHours(1);

    @Override
    public List<CheckId> checks() {
        return List.of(CheckId.TRANSACTIONS, CheckId.BROKER_CLOCK);
    }

    @Override
    public List<Finding> look(Admin admin) {
        Producer<byte[], byte[]> producer = cluster.transactionalProducer(ownId());
        try {
            producer.initTransactions();
            Finding time = isThere(admin) ? time(producer) : skippedClock("its topic is missing");
            return List.of(Finding.ok(CheckId.TRANSACTIONS, "can be begun and given up"), time);
        } catch (KafkaException e) {
            return List.of(trouble(e), skippedClock("transactions don't work"));
        } finally {
            // Nothing is left to be sent, and where nobody answers nobody should wait.
            producer.close(Duration.ZERO);
        }
    }

    /** Of this look alone, for two at once would fence each other; permitted with all that begin like this. */
    private String ownId() {
        return applicationId + "-check-" + UUID.randomUUID();
    }

    private Finding time(Producer<byte[], byte[]> producer) {
        ClockCheck check = new ClockCheck(tolerance);
        producer.beginTransaction();
        try {
            for (int i = 0; i < EXCHANGES; i++) {
                if (!exchange(producer, check)) {
                    return skippedClock(BalanceReading.TOPIC + " doesn't carry the brokers' time, see topics");
                }
            }
            return finding(check);
        } catch (AuthorizationException forbidden) {
            return skippedClock(BalanceReading.TOPIC + " may not be written, see acls");
        } finally {
            producer.abortTransaction();
        }
    }

    private boolean exchange(Producer<byte[], byte[]> producer, ClockCheck check) {
        Instant sent = clock.instant();
        long given = sent.minus(NOT_NOW).toEpochMilli();
        RecordMetadata written = Answer.of(
                producer.send(new ProducerRecord<>(BalanceReading.TOPIC, 0, given, new byte[0], new byte[0])),
                cluster.patience());
        check.exchanged(sent, Instant.ofEpochMilli(written.timestamp()), clock.instant());
        return written.timestamp() != given;
    }

    private boolean isThere(Admin admin) {
        try {
            Answer.of(admin.describeTopics(List.of(BalanceReading.TOPIC)).allTopicNames(), cluster.patience());
            return true;
        } catch (UnknownTopicOrPartitionException | AuthorizationException absent) {
            return false;
        }
    }

    Finding finding(ClockCheck check) {
        String offset = Math.abs(check.offset().toMillis()) + " ms "
                + (check.offset().isNegative() ? "behind" : "ahead of") + " the brokers'";
        return check.isOff()
                ? Finding.wrong(
                        CheckId.BROKER_CLOCK,
                        "this clock is " + offset + "; beyond " + tolerance.toMillis() + " ms nothing is called",
                        "set the clocks of this machine and of the brokers by NTP, with chrony or systemd-timesyncd")
                : Finding.ok(CheckId.BROKER_CLOCK, "this clock is " + offset);
    }

    private Finding trouble(KafkaException e) {
        return switch (e) {
            case TransactionalIdAuthorizationException forbidden ->
                Finding.wrong(
                        CheckId.TRANSACTIONS,
                        "may not WRITE transactional ids " + applicationId + "*, without which nothing is committed",
                        "kafka-acls --bootstrap-server " + servers
                                + " --add --allow-principal User:NAME --operation Write --operation Describe"
                                + " --transactional-id " + applicationId + " --resource-pattern-type prefixed");
            case TimeoutException late ->
                Finding.wrong(
                        CheckId.TRANSACTIONS,
                        "the brokers begin no transaction",
                        "see that __transaction_state can be made: with fewer than three brokers they need"
                                + " transaction.state.log.replication.factor and .min.isr to be as few");
            default -> new KafkaTrouble(servers, cluster.patience()).finding(CheckId.TRANSACTIONS, e);
        };
    }

    private static Finding skippedClock(String why) {
        return Finding.skipped(CheckId.BROKER_CLOCK, "not told: " + why);
    }
}
