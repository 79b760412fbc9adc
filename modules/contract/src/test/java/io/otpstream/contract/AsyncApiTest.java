package io.otpstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.contract.topics.TopicSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code asyncapi.yaml} says of topics, keys and records what the catalogue, the schemas and the samples say. */
class AsyncApiTest {

    private static final AsyncApi API = AsyncApi.load();
    private static final TopicCatalogue CATALOGUE = TopicCatalogue.load();
    private static final Set<Topic<?, ?>> WRITTEN_BY_USERS = Set.of(Topics.REQUESTS, Topics.COMMANDS);

    static List<Topic<?, ?>> topics() {
        return Topics.all();
    }

    static Stream<Topic<?, ?>> topicsOfRecords() {
        return topics().stream().filter(topic -> !topic.equals(Topics.DEAD_LETTERS));
    }

    @Test
    void hasAChannelForEachPublicTopicAndNoOther() {
        assertThat(API.channels())
                .extracting(channel -> channel.path("address").asText())
                .containsExactlyElementsOf(topics().stream().map(Topic::name).toList());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void describesTheTopicAsTheCatalogueDoes(Topic<?, ?> topic) {
        TopicSpec spec = CATALOGUE.spec(topic.name());
        JsonNode channel = API.channel(topic);

        assertThat(channel.path("description").asText()).isEqualTo(spec.description());
        assertThat(channel.at("/bindings/kafka/partitions").asInt()).isEqualTo(spec.partitions());
        assertThat(configuration(channel)).isEqualTo(spec.topicConfig());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void describesTheKeyAsTheCatalogueDoes(Topic<?, ?> topic) {
        assertThat(API.key(topic).path("title").asText())
                .isEqualTo(CATALOGUE.spec(topic.name()).key());
    }

    @ParameterizedTest
    @MethodSource("topicsOfRecords")
    void hasOneMessageWithTheTopicsSchema(Topic<?, ?> topic) {
        JsonNode message = API.message(topic);

        assertThat(API.channel(topic).path("messages")).hasSize(1);
        assertThat(message.at("/payload/$ref").asText()).isEqualTo("schemas/" + topic.name() + ".schema.json");
        assertThat(message.path("name").asText())
                .isEqualTo(CATALOGUE.spec(topic.name()).value());
    }

    @Test
    void describesTheHeadersOfADeadLetterAndLeavesItsBytesAlone() {
        JsonNode message = API.message(Topics.DEAD_LETTERS);

        assertThat(message.at("/headers/$ref").asText()).isEqualTo("schemas/verification.dead-letters.schema.json");
        assertThat(message.has("payload")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void hasOneOperationAsItsUserSeesIt(Topic<?, ?> topic) {
        String action = WRITTEN_BY_USERS.contains(topic) ? "send" : "receive";

        assertThat(API.operations(topic))
                .singleElement()
                .satisfies(
                        operation ->
                                assertThat(operation.path("action").asText()).isEqualTo(action),
                        operation ->
                                assertThat(operation.path("summary").asText()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("topicsOfRecords")
    void showsGoldenSamplesThatTheSchemaAccepts(Topic<?, ?> topic) {
        Map<String, String> golden =
                Samples.all().collect(Collectors.toMap(Samples.Sample::name, Samples.Sample::golden));

        assertThat(AsyncApi.stream(API.message(topic).path("examples"))).allSatisfy(example -> {
            assertThat(golden).containsKey(example.path("name").asText());
            assertThat(example.path("payload"))
                    .isEqualTo(AsyncApi.parse(
                            golden.getOrDefault(example.path("name").asText(), "")));
            assertThat(TopicSchema.of(topic).errors(example.path("payload").toString()))
                    .isEmpty();
        });
    }

    @Test
    void showsEachKindOfRecordAtLeastOnce() {
        Map<String, List<JsonNode>> examples = topics().stream()
                .map(API::message)
                .collect(Collectors.groupingBy(
                        message -> message.path("name").asText(),
                        Collectors.flatMapping(
                                message -> AsyncApi.stream(message.path("examples")), Collectors.toList())));

        assertThat(examples).allSatisfy((record, shown) -> assertThat(shown).isNotEmpty());
    }

    @Test
    void showsADeadLetterAsItIsWritten() {
        JsonNode headers = API.message(Topics.DEAD_LETTERS).at("/examples/0/headers");
        Decoded<VerificationRequest> unreadable =
                RequestDecoder.decode(utf8("signup-17"), utf8("{\"platform_id\":\"one\",\"country_ids\":[6]}"));

        assertThat(TopicSchema.of(Topics.DEAD_LETTERS).errors(headers.toString()))
                .isEmpty();
        assertThat(unreadable)
                .isEqualTo(new Decoded.Malformed<>(
                        "signup-17",
                        headers.path(DeadLetterHeaders.FIELD).asText(),
                        headers.path(DeadLetterHeaders.REASON).asText()));
    }

    @Test
    void refersOnlyToWhatIsThere() {
        assertThat(API.references()).isNotEmpty().allSatisfy(reference -> assertThat(
                        API.resolve(reference).isMissingNode())
                .as("%s leads nowhere", reference)
                .isFalse());
    }

    @Test
    void leavesNoComponentUnused() {
        Set<String> used = API.references().stream()
                .map(reference -> reference.path("$ref").asText())
                .collect(Collectors.toSet());

        assertThat(Stream.of("messages", "messageBindings", "schemas")
                        .flatMap(kind -> API.root().at("/components/" + kind).properties().stream()
                                .map(component -> "#/components/" + kind + "/" + component.getKey())))
                .isNotEmpty()
                .allSatisfy(component -> assertThat(used).contains(component));
    }

    @Test
    void isOfTheVersionThatIsBuilt() {
        String version = API.root().at("/info/version").asText();

        assertThat(Repository.read("modules/contract/pom.xml"))
                .containsPattern("<version>\\Q" + version + "\\E(-SNAPSHOT)?</version>");
    }

    /** Lists as Kafka writes them. */
    private static Map<String, String> configuration(JsonNode channel) {
        return channel.at("/bindings/kafka/topicConfiguration").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().isArray()
                                ? AsyncApi.stream(entry.getValue())
                                        .map(JsonNode::asText)
                                        .collect(Collectors.joining(","))
                                : entry.getValue().asText()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
