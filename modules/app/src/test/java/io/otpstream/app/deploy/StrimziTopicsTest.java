package io.otpstream.app.deploy;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.contract.topics.TopicSpec;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Strimzi makes exactly the topics of the catalogue. That its users are enough is for a broker to say. */
class StrimziTopicsTest {

    @Test
    void everyTopicOfTheCatalogueIsThereAsItShouldBeAndNoOther() {
        Map<String, Shape> catalogue =
                TopicCatalogue.load().specs().stream().collect(toMap(TopicSpec::name, Shape::of));
        Map<String, Shape> manifests = DeployFolder.documents("strimzi/topics.yaml").stream()
                .collect(toMap(topic -> topic.at("/metadata/name").asText(), Shape::of));

        assertThat(manifests).isEqualTo(catalogue);
    }

    @Test
    void allAreTopicsAndTheBrokersDecideOnReplicas() {
        assertThat(DeployFolder.documents("strimzi/topics.yaml")).allSatisfy(topic -> {
            assertThat(topic.path("apiVersion").asText()).isEqualTo("kafka.strimzi.io/v1");
            assertThat(topic.path("kind").asText()).isEqualTo("KafkaTopic");
            assertThat(topic.path("spec").fieldNames()).toIterable().containsOnly("partitions", "config");
        });
    }

    @Test
    void usersNameTopicsThatThereAre() {
        TopicCatalogue catalogue = TopicCatalogue.load();

        assertThat(DeployFolder.documents("strimzi/users.yaml"))
                .extracting(user -> user.at("/metadata/name").asText())
                .containsExactly(
                        "otpstream",
                        "otpstream-requester",
                        "otpstream-reader",
                        "otpstream-operator",
                        "otpstream-support");
        assertThat(DeployFolder.documents("strimzi/users.yaml").stream()
                        .flatMap(user -> DeployFolder.each(user.at("/spec/authorization/acls")))
                        .map(rule -> rule.path("resource"))
                        .filter(resource -> resource.path("type").asText().equals("topic")
                                && resource.path("patternType").asText().equals("literal"))
                        .map(resource -> resource.path("name").asText()))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(catalogue.spec(name)).isNotNull());
    }

    private record Shape(int partitions, Map<String, String> config) {

        static Shape of(TopicSpec spec) {
            return new Shape(spec.partitions(), spec.topicConfig());
        }

        static Shape of(JsonNode topic) {
            Map<String, String> config = new TreeMap<>();
            topic.at("/spec/config")
                    .properties()
                    .forEach(
                            entry -> config.put(entry.getKey(), entry.getValue().asText()));
            return new Shape(topic.at("/spec/partitions").asInt(), config);
        }
    }
}
