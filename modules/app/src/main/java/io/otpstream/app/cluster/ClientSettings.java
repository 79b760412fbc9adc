package io.otpstream.app.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;

/** What the user set for Kafka clients, completed by what each kind of client needs here. */
final class ClientSettings {

    /** Begins the line of every log message of these clients. */
    static final String CLIENT_ID = "otpstream-command";

    /** Longer than one request, so that a broker that fails over in between costs no record. */
    private static final Duration DELIVERY = Duration.ofSeconds(30);

    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(10);

    /** A pipeline reads no further than the transaction of a process that died, until it is over. */
    private static final Duration TRANSACTION = Duration.ofSeconds(10);

    private final Map<String, Object> common;
    private final Duration patience;
    private final boolean usersTimes;

    ClientSettings(Map<String, Object> given, Duration patience) {
        this.common = new HashMap<>(given);
        this.patience = patience;
        this.usersTimes = given.containsKey(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG)
                || given.containsKey(ProducerConfig.LINGER_MS_CONFIG);
        common.putIfAbsent(CommonClientConfigs.CLIENT_ID_CONFIG, CLIENT_ID);
        common.putIfAbsent(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, intMillis(shorter(patience)));
    }

    static Duration millis(Object given) {
        try {
            int millis = Integer.parseInt(given.toString());
            if (millis > 0) {
                return Duration.ofMillis(millis);
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, without the value.
        }
        throw new ConfigException(
                CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG + ": expected milliseconds as a whole number from 1");
    }

    Map<String, Object> forAdmin() {
        return new HashMap<>(common);
    }

    Map<String, Object> forProducer() {
        Map<String, Object> config = new HashMap<>(common);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience.toMillis());
        // The three have to fit each other: whoever sets one of the others has Kafka's time for the delivery.
        if (!usersTimes) {
            config.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, intMillis(DELIVERY));
        }
        return config;
    }

    Map<String, Object> forTransactions(String transactionalId) {
        Map<String, Object> config = forProducer();
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        // Readers of committed records wait for a transaction that nobody ends.
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, Math.toIntExact(TRANSACTION.toMillis()));
        return config;
    }

    Map<String, Object> forConsumer() {
        Map<String, Object> config = new HashMap<>(common);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // Where records are deleted while they are being read, reading goes on with the oldest that is left.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return config;
    }

    private static Duration shorter(Duration patience) {
        return patience.compareTo(LONGEST_REQUEST) < 0 ? patience : LONGEST_REQUEST;
    }

    private static int intMillis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
