package io.otpstream.streams;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of Kafka's clients that the pipeline depends on. They win over what users pass. */
final class StreamsProperties {

    /** After this, the producer of replies reports a failure and the reply is sent anew. */
    static final Duration REPLY_DELIVERY = Duration.ofSeconds(10);

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
        // A create leaves after the commit that announces it, so commits are what a requester waits for.
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
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

    /** Reads what the other instances say from now on. */
    static Map<String, Object> ofPauseConsumer(PipelineSettings settings) {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, settings.applicationId() + "-pauses");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        return properties;
    }

    static Map<String, Object> ofReplyProducer(PipelineSettings settings) {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, settings.applicationId() + "-replies");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        int delivery = Math.toIntExact(REPLY_DELIVERY.toMillis());
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, delivery / 2);
        return properties;
    }
}
