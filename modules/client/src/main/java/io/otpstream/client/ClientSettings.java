package io.otpstream.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** What the user set for Kafka clients, completed by what nothing may be lost without. */
final class ClientSettings {

    private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(10);

    /** Longer than one request, so that a broker that fails over in between costs no record. */
    private static final Duration DELIVERY = Duration.ofSeconds(30);

    private static final Duration PARTITIONS_KNOWN_WITHIN = Duration.ofSeconds(30);

    private final Map<String, Object> common;
    private final Duration patience;

    /**
     * @param clientId names the clients in logs and metrics unless {@code client.id} is given; each kind has its own, since
     *     Kafka's metrics take a name once
     * @throws ConfigException when {@code default.api.timeout.ms} is given and no whole number of milliseconds
     */
    ClientSettings(Map<String, ?> given, String clientId) {
        this.common = new HashMap<>(given);
        this.patience = patience(given.get(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG));
        common.putIfAbsent(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
    }

    /** How long an answer of the brokers may take. */
    Duration patience() {
        return patience;
    }

    Consumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(forConsumer(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    Producer<String, byte[]> producer() {
        return new KafkaProducer<>(forProducer(), new StringSerializer(), new ByteArraySerializer());
    }

    Map<String, Object> forConsumer() {
        Map<String, Object> config = new HashMap<>(common);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // Where records are deleted while they are being read, reading goes on with the oldest that is left.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // Partitions that are added are noticed within that time.
        config.putIfAbsent(ConsumerConfig.METADATA_MAX_AGE_CONFIG, intMillis(PARTITIONS_KNOWN_WITHIN));
        return config;
    }

    Map<String, Object> forProducer() {
        Map<String, Object> config = new HashMap<>(common);
        config.remove(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG);
        config.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        // A command has to reach the partition of its request: the default partitioner goes by the key.
        config.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
        config.put(ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG, false);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience.toMillis());
        // The three have to fit each other: whoever sets one of the others has Kafka's time for the delivery.
        if (!common.containsKey(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG)
                && !common.containsKey(ProducerConfig.LINGER_MS_CONFIG)) {
            config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, intMillis(LONGEST_REQUEST));
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

    private static int intMillis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
