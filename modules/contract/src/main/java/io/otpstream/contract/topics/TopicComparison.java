package io.otpstream.contract.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares a catalogue with what a broker has. */
final class TopicComparison {

    private final TopicCatalogue catalogue;
    private final Map<String, ActualTopic> actual;

    TopicComparison(TopicCatalogue catalogue, Map<String, ActualTopic> actual) {
        this.catalogue = catalogue;
        this.actual = actual;
    }

    List<TopicDifference> differences() {
        List<TopicDifference> found = new ArrayList<>();
        for (TopicSpec spec : catalogue.specs()) {
            ActualTopic topic = actual.get(spec.name());
            if (topic == null) {
                found.add(new TopicDifference.Missing(spec.name()));
            } else {
                comparePartitions(spec, topic, found);
                compareConfig(spec, topic, found);
            }
        }
        return found;
    }

    private void comparePartitions(TopicSpec spec, ActualTopic topic, List<TopicDifference> found) {
        if (topic.partitions() != spec.partitions()) {
            found.add(new TopicDifference.PartitionCount(spec.name(), spec.partitions(), topic.partitions()));
        }
        for (String name : spec.copartitionedWith()) {
            ActualTopic other = actual.get(name);
            if (other != null && other.partitions() != topic.partitions()) {
                found.add(new TopicDifference.NotCopartitioned(
                        spec.name(), topic.partitions(), name, other.partitions()));
            }
        }
    }

    private static void compareConfig(TopicSpec spec, ActualTopic topic, List<TopicDifference> found) {
        spec.topicConfig().forEach((name, expected) -> {
            @Nullable String value = topic.config().get(name);
            if (!Objects.equals(value, expected)) {
                found.add(new TopicDifference.ConfigValue(spec.name(), name, expected, value));
            }
        });
    }
}
