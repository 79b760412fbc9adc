package io.otpstream.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceparentTest {

    @Test
    void thatOfTheRecommendationIsOne() {
        assertThatCode(() -> Traceparent.check("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7"
            })
    void theseAreNone(String text) {
        assertThatThrownBy(() -> Traceparent.check(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("traceparent: expected ");
        RecordHeaders headers = new RecordHeaders();
        headers.add("traceparent", text.getBytes(StandardCharsets.UTF_8));
        assertThat(Traceparent.of(headers)).isNull();
        assertThat(Traceparent.of(new RecordHeaders())).isNull();
    }
}
