package io.otpstream.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What {@code topics/asyncapi.yaml} says. */
final class AsyncApi {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final JsonNode root;

    private AsyncApi(JsonNode root) {
        this.root = root;
    }

    static AsyncApi load() {
        return new AsyncApi(parse(Repository.read("topics/asyncapi.yaml")));
    }

    /** YAML or JSON. */
    static JsonNode parse(String text) {
        try {
            return YAML.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode root() {
        return root;
    }

    List<JsonNode> channels() {
        return stream(root.path("channels")).toList();
    }

    JsonNode channel(Topic<?, ?> topic) {
        return channels().stream()
                .filter(channel -> channel.path("address").asText().equals(topic.name()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no channel has the address " + topic.name()));
    }

    /** The one message of the topic's channel. */
    JsonNode message(Topic<?, ?> topic) {
        Map.Entry<String, JsonNode> only =
                channel(topic).path("messages").properties().iterator().next();
        return resolve(only.getValue());
    }

    JsonNode key(Topic<?, ?> topic) {
        return resolve(message(topic).path("bindings")).at("/kafka/key");
    }

    /** What a reference leads to: in the file itself, or a file beside it. Missing if it leads nowhere. */
    JsonNode resolve(JsonNode reference) {
        String target = reference.path("$ref").asText();
        return target.startsWith("#") ? root.at(target.substring(1)) : parse(Repository.read("topics/" + target));
    }

    /** All references there are, wherever they stand. */
    List<JsonNode> references() {
        return root.findParents("$ref");
    }

    /** The operations that go through the topic's channel. */
    List<JsonNode> operations(Topic<?, ?> topic) {
        return stream(root.path("operations"))
                .filter(operation -> resolve(operation.path("channel")).equals(channel(topic)))
                .toList();
    }

    static Stream<JsonNode> stream(JsonNode elements) {
        return StreamSupport.stream(elements.spliterator(), false);
    }
}
