package io.otpstream.app.config;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * What every Kafka client is given, keys without the prefix {@code kafka.}.
 *
 * @param clientProperties holds {@code bootstrap.servers}, and secrets where the user set some
 */
public record KafkaSettings(Map<String, String> clientProperties) {

    private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";

    public KafkaSettings {
        clientProperties = Map.copyOf(clientProperties);
        Objects.requireNonNull(clientProperties.get(BOOTSTRAP_SERVERS), BOOTSTRAP_SERVERS);
    }

    /** The brokers to begin with, {@code host:port} with commas. */
    public String bootstrapServers() {
        return Objects.requireNonNull(clientProperties.get(BOOTSTRAP_SERVERS));
    }

    /** A map of the caller's own with these settings, ready for a Kafka client. */
    public Map<String, Object> toClientConfig() {
        return new HashMap<>(clientProperties);
    }

    /** Shows only what Kafka defines and doesn't call a password; an unknown key may well be one. */
    @Override
    public String toString() {
        return new TreeMap<>(clientProperties)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + (isPublic(entry.getKey()) ? entry.getValue() : "[hidden]"))
                        .collect(joining(", ", "KafkaSettings[", "]"));
    }

    /**
     * Settings that the pipeline decides by itself.
     *
     * @return key without the prefix → what to do instead, in the order of the keys
     */
    public static Map<String, String> decidedElsewhere() {
        return new TreeMap<>(Map.of(
                "application.id", "set " + ConfigKeys.APPLICATION_ID + " instead",
                "state.dir", "set " + ConfigKeys.STATE_DIR + " instead",
                "num.stream.threads", "set " + ConfigKeys.STREAM_THREADS + " instead",
                "processing.guarantee", "leave it out: no paid order is safe without exactly_once_v2"));
    }

    /** Whether Kafka defines the key, given without the prefix, and doesn't call it a password. */
    static boolean isPublic(String key) {
        return isPublic(AdminClientConfig.configDef(), key)
                || isPublic(ConsumerConfig.configDef(), key)
                || isPublic(ProducerConfig.configDef(), key);
    }

    private static boolean isPublic(ConfigDef definition, String key) {
        ConfigDef.ConfigKey defined = definition.configKeys().get(key);
        return defined != null && defined.type != ConfigDef.Type.PASSWORD;
    }
}
