package io.otpstream.streams;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of Kafka's clients that the pipeline depends on. They win over what users pass. */
final class StreamsProperties {

    /** After this, the producer of replies reports a failure and the reply is sent anew. */
    static final Duration REPLY_DELIVERY = Duration.ofSeconds(10);

    private static final Duration FLEET_DELIVERY = Duration.ofSeconds(5);

    /** A dead letter is a record as large as brokers take, and its headers. The topic allows as much. */
    private static final int LARGEST_RECORD = 2 * 1024 * 1024;

    private StreamsProperties() {}

    @SuppressWarnings("deprecation") // the switch is deprecated from birth, for it is to be on for good in Kafka 5
    static Properties ofStreams(PipelineSettings settings) {
        Properties properties = new Properties();
        properties.putAll(settings.kafka());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // A step asks for a commit where somebody waits for it; each one holds up the reading of a large batch.
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 500);
        // Punctuations are late by up to this.
        properties.put(StreamsConfig.POLL_MS_CONFIG, 10);
        // As the broker has it, so that one broker is enough for trying things out.
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
        // There is no global table, but without this Kafka Streams warns of a default that will change.
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_RECORD);
        return properties;
    }

    /** Reads what the other processes say. */
    static Map<String, Object> ofFleetListener(PipelineSettings settings) {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        properties.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, GroupProtocol.CLASSIC.name());
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, settings.applicationId() + "-fleet");
        // What is learnt of arrivals is written in transactions.
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        return properties;
    }

    /** Is in the group of which one member divides the budget. */
    static Map<String, Object> ofBudgetMember(PipelineSettings settings) {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.applicationId() + "-budget");
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, settings.applicationId() + "-budget");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        // Whatever the stream threads are set to.
        properties.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        properties.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, GroupProtocol.CLASSIC.name());
        // Whoever has the partition keeps it while others come and go.
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        // Leases reach some 6 s ahead: a crash of the one who writes them is to be noticed as soon as brokers allow.
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
        return properties;
    }

    /** Writes what is out of date soon. */
    static Map<String, Object> ofFleetProducer(PipelineSettings settings) {
        Map<String, Object> properties = ofProducer(settings, "fleet", FLEET_DELIVERY);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis(FLEET_DELIVERY));
        return properties;
    }

    static Map<String, Object> ofReplyProducer(PipelineSettings settings) {
        return ofProducer(settings, "replies", REPLY_DELIVERY);
    }

    private static Map<String, Object> ofProducer(PipelineSettings settings, String name, Duration delivery) {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, settings.applicationId() + "-" + name);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(delivery));
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(delivery) / 2);
        return properties;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
