package io.otpstream.domain.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockCheckTest {

    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");

    private final ClockCheck check = new ClockCheck(Duration.ofMillis(125));

    @Test
    void withoutAnExchangeNothingIsSaid() {
        assertThat(check.offset()).isZero();
        assertThat(check.isOff()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // ahead of the broker, round trip, off
        "   0,  10, false",
        " 125,   0, false",
        " 126,   0, true",
        "-125,   0, false",
        "-126,   0, true",
        " 130,  10, false",
        " 131,  10, true",
        "-131,  10, true",
        " 600, 1000, false",
        " 626, 1000, true",
    })
    void isOffOnlyWhereTheRoundTripCannotExplainIt(long aheadMillis, long roundTripMillis, boolean off) {
        exchange(aheadMillis, roundTripMillis);
        assertThat(check.offset()).isEqualTo(Duration.ofMillis(aheadMillis));
        assertThat(check.isOff()).isEqualTo(off);
    }

    @Test
    void theQuickestExchangeSaysMost() {
        exchange(90, 100);
        exchange(2, 4);
        exchange(-300, 900);
        assertThat(check.offset()).isEqualTo(Duration.ofMillis(2));
    }

    @Test
    void oldExchangesAreForgotten() {
        exchange(0, 1);
        for (int i = 0; i < 4; i++) {
            exchange(400, 20);
            assertThat(check.isOff()).isFalse();
        }
        exchange(400, 20);
        assertThat(check.isOff()).isTrue();
        assertThat(check.offset()).isEqualTo(Duration.ofMillis(400));
        for (int i = 0; i < 5; i++) {
            exchange(0, 20);
        }
        assertThat(check.isOff()).isFalse();
    }

    private void exchange(long aheadMillis, long roundTripMillis) {
        Instant middle = T.plusMillis(roundTripMillis / 2);
        check.exchanged(T, middle.minusMillis(aheadMillis), T.plusMillis(roundTripMillis));
    }
}
