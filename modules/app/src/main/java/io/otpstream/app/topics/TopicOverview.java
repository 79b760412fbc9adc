package io.otpstream.app.topics;

import io.otpstream.app.config.DurationText;
import io.otpstream.app.text.JsonLine;
import io.otpstream.app.text.TextTable;
import io.otpstream.contract.topics.ActualTopic;
import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.contract.topics.TopicSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.TopicConfig;

/** The catalogue's topics as a broker has them, for people and for programs. */
public final class TopicOverview {

    private static final String NONE = "-";

    private final TopicCatalogue catalogue;
    private final Map<String, ActualTopic> actual;

    /** @param actual topics that are missing here are shown as missing */
    public TopicOverview(TopicCatalogue catalogue, List<ActualTopic> actual) {
        this.catalogue = catalogue;
        this.actual = actual.stream().collect(Collectors.toMap(ActualTopic::name, Function.identity()));
    }

    /** A table with a line for each topic. */
    public List<String> lines() {
        TextTable table =
                TextTable.withHeadings("TOPIC", ">PARTITIONS", ">REPLICAS", "CLEANUP", "RETENTION", "KEY", "VALUE");
        for (TopicSpec spec : catalogue.specs()) {
            ActualTopic topic = actual.get(spec.name());
            if (topic == null) {
                table.row(spec.name(), "missing", NONE, NONE, NONE, spec.key(), spec.value());
            } else {
                table.row(
                        spec.name(),
                        Integer.toString(topic.partitions()),
                        Integer.toString(topic.replicationFactor()),
                        cleanup(topic),
                        retention(topic),
                        spec.key(),
                        spec.value());
            }
        }
        return table.lines();
    }

    /** An object for each topic. */
    public List<String> jsonLines() {
        return catalogue.specs().stream().map(this::jsonLine).toList();
    }

    private String jsonLine(TopicSpec spec) {
        JsonLine line = JsonLine.empty()
                .with("name", spec.name())
                .with("key", spec.key())
                .with("value", spec.value())
                .with("internal", spec.internal())
                .with("holds_secrets", spec.holdsSecrets());
        ActualTopic topic = actual.get(spec.name());
        if (topic == null) {
            return line.with("exists", false).toString();
        }
        return line.with("exists", true)
                .with("partitions", topic.partitions())
                .with("replication_factor", topic.replicationFactor())
                .with("config", settings(topic, spec))
                .toString();
    }

    private static Map<String, String> settings(ActualTopic topic, TopicSpec spec) {
        Map<String, String> settings = new TreeMap<>(topic.config());
        settings.keySet().retainAll(spec.topicConfig().keySet());
        return settings;
    }

    private static String cleanup(ActualTopic topic) {
        return topic.config().getOrDefault(TopicConfig.CLEANUP_POLICY_CONFIG, NONE);
    }

    private static String retention(ActualTopic topic) {
        boolean byAge = cleanup(topic).contains(TopicConfig.CLEANUP_POLICY_DELETE);
        String millis = topic.config().getOrDefault(TopicConfig.RETENTION_MS_CONFIG, NONE);
        if (!byAge || millis.equals(NONE)) {
            return NONE;
        }
        return millis.equals("-1") ? "for ever" : DurationText.format(Duration.ofMillis(Long.parseLong(millis)));
    }
}
