package io.otpstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.contract.evolution.SchemaComparison;
import io.otpstream.contract.evolution.TopicComparison;
import io.otpstream.contract.evolution.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code topics/released} promised holds. A file there is never edited: a version is added with each release. */
class ReleasedContractTest {

    private static final String RELEASED = "topics/released";

    static List<String> releases() {
        return Repository.list(RELEASED);
    }

    static Stream<Arguments> schemas() {
        return releases().stream().flatMap(release -> Repository.list(RELEASED + "/" + release + "/schemas").stream()
                .map(file -> Arguments.of(release, file)));
    }

    static Stream<Arguments> samples() {
        return releases().stream().flatMap(release -> Repository.list(RELEASED + "/" + release + "/samples").stream()
                .map(file -> Arguments.of(release, file)));
    }

    @Test
    void thereIsARelease() {
        assertThat(releases()).contains("0.1");
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void schemasAreKept(String release, String file) {
        JsonNode released = AsyncApi.parse(Repository.read(RELEASED + "/" + release + "/schemas/" + file));
        JsonNode built = AsyncApi.parse(Repository.read("topics/schemas/" + file));

        assertThat(SchemaComparison.breaks(released, built, writer(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void topicsAreKept(String release) {
        JsonNode released = AsyncApi.parse(Repository.read(RELEASED + "/" + release + "/topics.yaml"));
        JsonNode built = AsyncApi.parse(Repository.read("topics/topics.yaml"));

        assertThat(TopicComparison.breaks(released, built)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void recordsOfThatTimeAreReadAndSayTheSame(String release, String file) {
        String text = Repository.read(RELEASED + "/" + release + "/samples/" + file);

        JsonNode readAndWritten = AsyncApi.parse(
                new String(rewritten(sample(file), text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));

        assertThat(AsyncApi.parse(text).properties()).isNotEmpty().allSatisfy(field -> assertThat(
                        readAndWritten.path(field.getKey()))
                .isEqualTo(field.getValue()));
    }

    private static <V> byte[] rewritten(Samples.Sample<V> sample, byte[] bytes) {
        return new Samples.Sample<>(sample.name(), sample.topic(), sample.read(bytes)).bytes();
    }

    /** Samples keep their names from release to release. */
    private static Samples.Sample<?> sample(String file) {
        return Samples.all()
                .filter(sample -> file.equals(sample.name() + ".json"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " is of no record that there is"));
    }

    private static Writer writer(String file) {
        return Stream.of(Topics.REQUESTS, Topics.COMMANDS).anyMatch(topic -> file.equals(topic.name() + ".schema.json"))
                ? Writer.USERS
                : Writer.OTPSTREAM;
    }
}
