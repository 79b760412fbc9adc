package io.otpstream.app.pipeline;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.contract.Cleanup;
import io.otpstream.contract.Topics;
import io.otpstream.contract.topics.ActualTopic;
import io.otpstream.contract.topics.TopicAdmin;
import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.contract.topics.TopicSpec;
import io.otpstream.streams.store.VerificationStoreBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/**
 * Whether the state that an application has on the brokers is divided as its requests are. With another number of
 * partitions requests would come to partitions that know nothing of them.
 */
public final class StatePartitions {

    private StatePartitions() {}

    /**
     * A sentence about why the application must not start; nothing if it may, or has no state yet.
     *
     * @throws org.apache.kafka.common.KafkaException if the brokers don't tell
     */
    public static Optional<String> obstacle(Cluster cluster, String application) {
        String requests = Topics.REQUESTS.name();
        String changelog = VerificationStoreBuilder.changelogOf(application);
        Map<String, Integer> partitions = partitions(cluster, List.of(requests, changelog));
        Integer now = partitions.get(requests);
        Integer before = partitions.get(changelog);
        if (now == null || before == null || now.equals(before)) {
            return Optional.empty();
        }
        return Optional.of("%s has %d partitions, but the state of application.id %s is divided into %d (%s):"
                        .formatted(requests, now, application, before, changelog)
                + " docs/operations.md says under 'More partitions' how to get there");
    }

    private static Map<String, Integer> partitions(Cluster cluster, List<String> topics) {
        TopicCatalogue asked =
                TopicCatalogue.of(topics.stream().map(StatePartitions::named).toList());
        try (Admin admin = cluster.admin()) {
            return new TopicAdmin(admin, cluster.patience())
                    .describe(asked).stream().collect(Collectors.toMap(ActualTopic::name, ActualTopic::partitions));
        }
    }

    /** Only the name counts when a topic is described. */
    private static TopicSpec named(String topic) {
        return new TopicSpec(topic, 1, Cleanup.COMPACT, null, "", "", Map.of(), "", true, false, List.of());
    }
}
