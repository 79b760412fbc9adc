package io.otpstream.simulator.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ModelClockTest {

    @Test
    void aMinuteOfTheVendorTakesSixSecondsAtSpeedTen() {
        ManualTime time = new ManualTime();
        time.advanceSeconds(1_000);
        ModelClock clock = new ModelClock(time, 10);

        time.advanceSeconds(6);

        assertThat(clock.now()).isEqualTo(Duration.ofMinutes(1));
        assertThat(clock.real(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(6));
        assertThat(clock.instantAt(Duration.ofMinutes(1))).isEqualTo(ManualTime.START.plusSeconds(1_006));
    }
}
