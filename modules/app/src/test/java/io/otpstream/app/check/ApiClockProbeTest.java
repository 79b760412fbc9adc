package io.otpstream.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ApiClockProbeTest {

    private static final Instant DATE = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void withinTheSecondThatADateSaysNothingIsCertain() {
        assertThat(finding(Duration.ZERO, Duration.ofMillis(50)).grade()).isEqualTo(Grade.OK);
        assertThat(finding(Duration.ofMillis(2_999), Duration.ofSeconds(4)).grade())
                .isEqualTo(Grade.OK);
        assertThat(finding(Duration.ofSeconds(-2), Duration.ofSeconds(-2)).grade())
                .isEqualTo(Grade.OK);
    }

    @Test
    void aSlowAnswerProvesNothing() {
        assertThat(finding(Duration.ofSeconds(-30), Duration.ofSeconds(30)).grade())
                .isEqualTo(Grade.OK);
    }

    @Test
    void whatIsCertainIsSaid() {
        assertThat(finding(Duration.ofSeconds(61), Duration.ofSeconds(62)).sentence())
                .isEqualTo("this clock is at least 60 s ahead of the API's");
        assertThat(finding(Duration.ofSeconds(-61), Duration.ofSeconds(-60)).sentence())
                .isEqualTo("this clock is at least 60 s behind the API's");
    }

    /** Sent and received by this clock, as seen from the API's date. */
    private static Finding finding(Duration sent, Duration received) {
        return ApiClockProbe.finding(DATE.plus(sent), DATE, DATE.plus(received));
    }
}
