package io.otpstream.app.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Whether the partitions of the topics that are there can be written: a leader, and enough replicas in sync. */
record PartitionsLook(Collection<String> topics, Duration patience) implements KafkaLook {

    @Override
    public List<CheckId> checks() {
        return List.of(CheckId.PARTITIONS);
    }

    @Override
    public List<Finding> look(Admin admin) {
        List<TopicDescription> described = described(admin);
        Map<String, Integer> least = leastInSync(admin, described);
        List<String> bad = new ArrayList<>();
        int partitions = 0;
        for (TopicDescription topic : described) {
            for (TopicPartitionInfo partition : topic.partitions()) {
                partitions++;
                if (partition.leader() == null) {
                    bad.add(topic.name() + "-" + partition.partition() + " has no leader");
                } else if (partition.isr().size() < least.getOrDefault(topic.name(), 1)) {
                    bad.add(topic.name() + "-" + partition.partition() + " has fewer replicas in sync than "
                            + TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
                }
            }
        }
        if (described.isEmpty()) {
            return List.of(Finding.skipped(CheckId.PARTITIONS, "there are no topics to see"));
        }
        return List.of(
                bad.isEmpty()
                        ? Finding.ok(CheckId.PARTITIONS, "all " + partitions + " can be written")
                        : Finding.wrong(
                                CheckId.PARTITIONS,
                                Listed.few(bad),
                                "see that all brokers of the cluster run; a topic with more replicas than there are"
                                        + " brokers can't be mended by waiting"));
    }

    /** Those that are missing or hidden are told by other checks. */
    private List<TopicDescription> described(Admin admin) {
        List<TopicDescription> described = new ArrayList<>();
        for (KafkaFuture<TopicDescription> answer :
                admin.describeTopics(topics).topicNameValues().values()) {
            try {
                described.add(Answer.of(answer, patience));
            } catch (UnknownTopicOrPartitionException | AuthorizationException absent) {
                // Left out of the result.
            }
        }
        return described;
    }

    private Map<String, Integer> leastInSync(Admin admin, List<TopicDescription> described) {
        List<ConfigResource> resources = described.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
                .toList();
        Map<String, Integer> least = new HashMap<>();
        admin.describeConfigs(resources).values().forEach((resource, answer) -> {
            try {
                String value = Answer.of(answer, patience)
                        .get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG)
                        .value();
                least.put(resource.name(), Integer.valueOf(value));
            } catch (AuthorizationException hidden) {
                // One that is in sync is what any topic needs.
                least.put(resource.name(), 1);
            }
        });
        return least;
    }
}
