package io.otpstream.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "250ms, PT0.25S",
        "90s, PT1M30S",
        "10m, PT10M",
        "12h, PT12H",
        "7d, P7D",
        "PT1M30S, PT1M30S",
        "p2d, P2D",
        "' 5S ', PT5S",
        "0s, PT0S",
        "999999999999d, P999999999999D"
    })
    void reads(String text, Duration expected) {
        assertThat(DurationText.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "-5s", "PT-5S", "1.5s", "5 s", "5w", "5s5", "1000000000000d", "٥s"})
    void refuses(String text) {
        assertThat(DurationText.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT0.25S, 250ms", "PT1M30S, 90s", "PT10M, 10m", "PT12H, 12h", "P7D, 7d", "PT0S, 0ms"})
    void writes(Duration duration, String text) {
        assertThat(DurationText.format(duration)).isEqualTo(text);
    }

    @Test
    void speedShortensToTheNanosecond() {
        assertThat(new Speed(1).shorten(Duration.ofDays(7))).isEqualTo(Duration.ofDays(7));
        assertThat(new Speed(10).shorten(Duration.ofSeconds(5))).isEqualTo(Duration.ofMillis(500));
        assertThat(new Speed(2.5).shorten(Duration.ofDays(365))).isEqualTo(Duration.ofDays(146));
        assertThat(new Speed(1000).shorten(Duration.ofMillis(1))).isEqualTo(Duration.ofNanos(1_000));
    }
}
