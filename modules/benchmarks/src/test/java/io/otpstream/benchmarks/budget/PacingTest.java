package io.otpstream.benchmarks.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacingTest {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    @Test
    void noMinuteHoldsMoreThanTheLimit() {
        Pacing pacing = Pacing.within(300);
        long places = 0;
        for (Duration place = pacing.take(0); place.toNanos() < MINUTE; place = pacing.take(0)) {
            places++;
        }

        assertThat(places).isBetween(295L, 300L);
    }

    @Test
    void whatWasNotUsedIsNotSaved() {
        Pacing pacing = Pacing.within(300);
        pacing.take(0);

        assertThat(pacing.take(MINUTE)).isZero();
        assertThat(pacing.take(MINUTE)).isPositive();
    }

    @Test
    void withoutALimitEverythingLeavesAtOnce() {
        Pacing pacing = Pacing.none();
        pacing.take(5);

        assertThat(pacing.take(5)).isZero();
    }
}
