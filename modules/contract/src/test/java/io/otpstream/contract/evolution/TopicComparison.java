package io.otpstream.contract.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a later catalogue breaks of a released one, {@code topics.yaml} both. Internal topics were never promised. */
public final class TopicComparison {

    /** Other partitions would put keys elsewhere; the rest is what programs were written for. */
    private static final List<String> UNCHANGEABLE =
            List.of("partitions", "cleanup", "key", "value", "internal", "holds_secrets");

    private TopicComparison() {}

    /** A sentence for each break; empty if the later catalogue is compatible. */
    public static List<String> breaks(JsonNode released, JsonNode later) {
        List<String> breaks = new ArrayList<>();
        for (JsonNode topic : released.path("topics")) {
            if (!topic.path("internal").asBoolean()) {
                find(later, topic.path("name").asText())
                        .ifPresentOrElse(
                                now -> compare(topic, now, breaks),
                                () -> breaks.add(topic.path("name").asText() + " was removed"));
            }
        }
        return breaks;
    }

    private static void compare(JsonNode released, JsonNode later, List<String> breaks) {
        String name = released.path("name").asText();
        for (String field : UNCHANGEABLE) {
            if (!released.path(field).equals(later.path(field))) {
                breaks.add(name + ": " + field + " was changed");
            }
        }
        if (retention(later).compareTo(retention(released)) < 0) {
            breaks.add(name + ": retention was shortened");
        }
    }

    private static Optional<JsonNode> find(JsonNode catalogue, String name) {
        for (JsonNode topic : catalogue.path("topics")) {
            if (topic.path("name").asText().equals(name)) {
                return Optional.of(topic);
            }
        }
        return Optional.empty();
    }

    /** A compacted topic keeps its records for as long as there are any. */
    private static Duration retention(JsonNode topic) {
        return topic.has("retention")
                ? Duration.parse(topic.path("retention").asText())
                : Duration.ofSeconds(Long.MAX_VALUE);
    }
}
