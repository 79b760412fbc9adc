package io.otpstream.dashboard.tables;

import io.otpstream.contract.clients.ClientConfig;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Makes consumers that read committed records of any topic and leave no trace on the brokers. */
final class TopicConsumers {

    private static final String CLIENT_ID = "otpstream-dashboard";

    private TopicConsumers() {}

    /** @param given what every Kafka client is given, {@code bootstrap.servers} included */
    static Consumer<String, byte[]> create(Map<String, Object> given) {
        Map<String, Object> config = ClientConfig.of(given, CLIENT_ID).forConsumer();
        // The pipeline beside it may have the name that is given, and Kafka's metrics take a name once.
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, CLIENT_ID);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
