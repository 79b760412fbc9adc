package io.otpstream.contract.topics;

import io.otpstream.contract.Cleanup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * A topic as {@code topics/topics.yaml} describes it. Replication factor and {@code min.insync.replicas} aren't said:
 * those are the broker's defaults.
 *
 * @param name the topic's name
 * @param partitions at least 1
 * @param cleanup how old records go
 * @param retention how long records are kept, more than zero; null exactly if records don't go by age
 * @param key what the key is, in words
 * @param value the record that the value is, or {@code bytes}
 * @param config further topic configuration in Kafka's words
 * @param description for people
 * @param internal for otpstream alone; its records may change with any version
 * @param holdsSecrets whether records hold codes or phone numbers
 * @param copartitionedWith topics that must have as many partitions, because they are read together by key
 */
public record TopicSpec(
        String name,
        int partitions,
        Cleanup cleanup,
        @Nullable Duration retention,
        String key,
        String value,
        Map<String, String> config,
        String description,
        boolean internal,
        boolean holdsSecrets,
        List<String> copartitionedWith) {

    /**
     * Only closed segments are deleted, so a secret outlives its retention by up to the age at which a segment is
     * closed. This is the most that may be.
     */
    public static final Duration LONGEST_SEGMENT_WITH_SECRETS = Duration.ofMinutes(10);

    /** @throws IllegalArgumentException if partitions, clean-up and retention don't make sense together */
    public TopicSpec {
        config = Map.copyOf(config);
        copartitionedWith = List.copyOf(copartitionedWith);
        if (partitions < 1) {
            throw new IllegalArgumentException(name + ": partitions must be at least 1, but are " + partitions);
        }
        if ((retention == null) != (cleanup == Cleanup.COMPACT)) {
            throw new IllegalArgumentException(
                    name + ": a topic has a retention exactly if its cleanup is not compact alone");
        }
        if (retention != null && retention.toMillis() < 1) {
            throw new IllegalArgumentException(name + ": retention must be at least 1 ms, but is " + retention);
        }
    }

    /**
     * The same topic with another retention.
     *
     * @throws IllegalArgumentException if it is not more than zero, or if records of this topic don't go by age
     */
    public TopicSpec withRetention(Duration other) {
        return new TopicSpec(
                name,
                partitions,
                cleanup,
                other,
                key,
                value,
                config,
                description,
                internal,
                holdsSecrets,
                copartitionedWith);
    }

    /** The whole configuration that the topic should have, by Kafka's names, sorted. */
    public Map<String, String> topicConfig() {
        Map<String, String> whole = new TreeMap<>(config);
        whole.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup.policy());
        if (retention != null) {
            whole.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
        }
        if (holdsSecrets) {
            whole.merge(TopicConfig.SEGMENT_MS_CONFIG, longestSegmentMs(), TopicSpec::smaller);
        }
        return whole;
    }

    /** What to hand to {@link org.apache.kafka.clients.admin.Admin#createTopics}. */
    public NewTopic toNewTopic() {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(topicConfig());
    }

    private String longestSegmentMs() {
        long most = LONGEST_SEGMENT_WITH_SECRETS.toMillis();
        return Long.toString(retention == null ? most : Math.min(most, retention.toMillis()));
    }

    private static String smaller(String one, String other) {
        return Long.parseLong(one) <= Long.parseLong(other) ? one : other;
    }
}
