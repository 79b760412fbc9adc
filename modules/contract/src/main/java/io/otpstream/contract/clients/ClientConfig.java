package io.otpstream.contract.clients;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * What a user set for Kafka clients, completed by what the contract asks of whoever reads or writes otpstream's topics:
 * nothing that was aborted is seen, no request is lost or written twice, and a command gets to the partition of its request.
 * Immutable; the maps it gives are the caller's.
 */
public final class ClientConfig {

    private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(10);

    /** Longer than one request, so that a broker that fails over in between costs no record. */
    private static final Duration DELIVERY = Duration.ofSeconds(30);

    private final Map<String, Object> common;
    private final Duration patience;
    private final boolean usersTimes;

    private ClientConfig(Map<String, Object> common, Duration patience, boolean usersTimes) {
        this.common = common;
        this.patience = patience;
        this.usersTimes = usersTimes;
    }

    /**
     * Checks only what it uses itself; the clients refuse the rest.
     *
     * @param given {@code default.api.timeout.ms}, if there, is the patience
     * @param clientId names the clients in logs and metrics, unless {@code client.id} is given
     * @throws ConfigException when {@code default.api.timeout.ms} is no whole number of milliseconds from 1; the value is
     *     not in the message
     */
    public static ClientConfig of(Map<String, ?> given, String clientId) {
        Map<String, Object> common = new HashMap<>(given);
        Duration patience = patience(common.remove(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG));
        common.remove(CommonClientConfigs.GROUP_ID_CONFIG);
        common.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        common.putIfAbsent(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        common.putIfAbsent(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, intMillis(shorter(patience)));
        return new ClientConfig(
                common,
                patience,
                given.containsKey(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG)
                        || given.containsKey(ProducerConfig.LINGER_MS_CONFIG));
    }

    /** How long an answer of the brokers may take: 10 s unless the user says otherwise. */
    public Duration patience() {
        return patience;
    }

    /** For a client of topics and their like. */
    public Map<String, Object> forAdmin() {
        return new HashMap<>(common);
    }

    /** For a consumer without a group, which sees committed records only and leaves no trace on the brokers. */
    public Map<String, Object> forConsumer() {
        Map<String, Object> config = new HashMap<>(common);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, intMillis(patience));
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // Where records are deleted while they are being read, reading goes on with the oldest that is left.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return config;
    }

    /** For an idempotent producer whose records all replicas acknowledge. */
    public Map<String, Object> forProducer() {
        Map<String, Object> config = new HashMap<>(common);
        // The pipeline looks for a request's commands where its key belongs: the default partitioner goes by the key.
        config.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
        config.put(ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG, false);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience.toMillis());
        // The three have to fit each other: whoever sets one of the others has Kafka's time for the delivery.
        if (!usersTimes) {
            config.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, intMillis(DELIVERY));
        }
        return config;
    }

    private static Duration patience(@Nullable Object given) {
        if (given == null) {
            return DEFAULT_PATIENCE;
        }
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

    private static Duration shorter(Duration patience) {
        return patience.compareTo(LONGEST_REQUEST) < 0 ? patience : LONGEST_REQUEST;
    }

    private static int intMillis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
