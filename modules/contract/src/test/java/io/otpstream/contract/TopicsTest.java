package io.otpstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.contract.topics.TopicSpec;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The constants, {@code topics.yaml} and the schemas speak of the same topics and say the same about them. */
class TopicsTest {

    private static final TopicCatalogue CATALOGUE = TopicCatalogue.load();

    static List<Topic<?, ?>> topics() {
        return Topics.all();
    }

    @Test
    void everyPublicTopicOfTheCatalogueIsAConstant() {
        assertThat(CATALOGUE.specs().stream().filter(spec -> !spec.internal()).map(TopicSpec::name))
                .containsExactlyElementsOf(topics().stream().map(Topic::name).toList());
    }

    @Test
    void everyConstantIsInTheList() {
        assertThat(Arrays.stream(Topics.class.getFields())
                        .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Topic.class))
                .hasSameSizeAs(topics());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void theCatalogueSaysTheSame(Topic<?, ?> topic) {
        TopicSpec spec = CATALOGUE.spec(topic.name());

        assertThat(topic.partitions()).isEqualTo(spec.partitions());
        assertThat(topic.cleanup()).isEqualTo(spec.cleanup());
        assertThat(topic.retention()).isEqualTo(spec.retention());
        assertThat(topic.config()).isEqualTo(spec.config());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void theCatalogueNamesTheRecord(Topic<?, ?> topic) {
        String title = TopicSchema.of(topic).root().path("title").asText();
        String value = CATALOGUE.spec(topic.name()).value();

        // A dead letter's value is whatever it was; its schema is about the headers.
        assertThat(value).isEqualTo(topic.equals(Topics.DEAD_LETTERS) ? "bytes, as they were read" : title);
    }

    @Test
    void thereIsASchemaForEachPublicTopicAndNoOther() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../../topics/schemas"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(topics().stream()
                            .map(topic -> topic.name() + ".schema.json")
                            .toList());
        }
    }
}
