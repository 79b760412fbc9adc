package io.otpstream.smscode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-31T12:00:00Z"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "0 | PT0S",
                "7 | PT7S",
                "' 14400 ' | PT4H",
                "Sat, 31 Jan 2026 12:00:30 GMT | PT30S",
                "Sat, 31 Jan 2026 11:00:00 GMT | PT0S",
                "Saturday, 31-Jan-26 12:01:00 GMT | PT1M",
                "-1 | -",
                "-5 | -",
                "1.5 | -",
                "soon | -",
                "99999999999999999999 | -",
                "'' | -"
            })
    void secondsOrDate(String header, @Nullable Duration wait) {
        assertThat(RetryAfter.of(Map.of("retry-after", header), CLOCK)).isEqualTo(wait);
    }

    @Test
    void absent() {
        assertThat(RetryAfter.of(Map.of(), CLOCK)).isNull();
    }
}
