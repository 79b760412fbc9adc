package io.otpstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bytes on the wire, checked in. When one of these files has to change, programs of users read something else from
 * then on: a field that is new and may be absent is compatible, anything else is not.
 */
class GoldenJsonTest {

    @ParameterizedTest
    @MethodSource("io.otpstream.contract.Samples#all")
    void isWrittenAsCheckedIn(Samples.Sample<?> sample) throws IOException {
        assertThat(new String(sample.bytes(), StandardCharsets.UTF_8)).isEqualTo(golden(sample));
    }

    @ParameterizedTest
    @MethodSource("io.otpstream.contract.Samples#all")
    void isReadAsItWasWritten(Samples.Sample<?> sample) throws IOException {
        assertThat((Object) sample.read(golden(sample).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(sample.value());
    }

    @ParameterizedTest
    @MethodSource("io.otpstream.contract.Samples#all")
    void isAcceptedByTheSchema(Samples.Sample<?> sample) throws IOException {
        assertThat(TopicSchema.of(sample.topic()).errors(golden(sample))).isEmpty();
    }

    private static String golden(Samples.Sample<?> sample) throws IOException {
        String path = "/golden/" + sample.name() + ".json";
        try (@Nullable InputStream file = GoldenJsonTest.class.getResourceAsStream(path)) {
            assertThat(file).as(path).isNotNull();
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
