package io.otpstream.app.cluster;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/** Where Kafka's default partitioner puts a key. */
final class KeyPartitions {

    private KeyPartitions() {}

    /**
     * One partition of each topic.
     *
     * @param all every partition of the topics
     */
    static List<TopicPartition> of(String key, List<TopicPartition> all) {
        int hash = Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8)));
        Map<String, Long> counts =
                all.stream().collect(Collectors.groupingBy(TopicPartition::topic, Collectors.counting()));
        return all.stream()
                .filter(each -> each.partition() == hash % counts.getOrDefault(each.topic(), 1L))
                .toList();
    }
}
