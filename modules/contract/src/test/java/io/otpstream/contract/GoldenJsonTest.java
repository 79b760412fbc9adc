package io.otpstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bytes on the wire, checked in. When one of these files has to change, programs of users read something else from
 * then on: a field that is new and may be absent is compatible, anything else is not.
 */
class GoldenJsonTest {

    @ParameterizedTest
    @MethodSource("io.otpstream.contract.Samples#all")
    void isWrittenAsCheckedIn(Samples.Sample<?> sample) {
        assertThat(new String(sample.bytes(), StandardCharsets.UTF_8)).isEqualTo(sample.golden());
    }

    @ParameterizedTest
    @MethodSource("io.otpstream.contract.Samples#all")
    void isReadAsItWasWritten(Samples.Sample<?> sample) {
        assertThat((Object) sample.read(sample.golden().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(sample.value());
    }

    @ParameterizedTest
    @MethodSource("io.otpstream.contract.Samples#all")
    void isAcceptedByTheSchema(Samples.Sample<?> sample) {
        assertThat(TopicSchema.of(sample.topic()).errors(sample.golden())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void showsEveryFieldThereIs(Topic<?, ?> topic) {
        Stream<String> shown = Samples.all()
                .filter(sample -> sample.topic().equals(topic))
                .map(sample -> AsyncApi.parse(sample.golden()))
                .flatMap(json -> json.properties().stream().map(Map.Entry::getKey));

        assertThat(shown)
                .containsAll(TopicSchema.of(topic).root().path("properties").properties().stream()
                        .map(Map.Entry::getKey)
                        .toList());
    }

    static Stream<Topic<?, ?>> topics() {
        return Samples.all().<Topic<?, ?>>map(Samples.Sample::topic).distinct();
    }
}
