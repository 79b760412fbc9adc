package io.otpstream.simulator.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ArrivalLogTest {

    private final ArrivalLog log = new ArrivalLog();

    @Test
    void forgetsWhatIsOlderThanAnHour() {
        log.note(Duration.ZERO);
        log.note(Duration.ofSeconds(1));
        log.note(ArrivalLog.KEPT);
        assertThat(log.arrivals()).containsExactly(Duration.ZERO, Duration.ofSeconds(1), ArrivalLog.KEPT);

        log.note(ArrivalLog.KEPT.plusNanos(1));
        assertThat(log.arrivals())
                .containsExactly(Duration.ofSeconds(1), ArrivalLog.KEPT, ArrivalLog.KEPT.plusNanos(1));
    }

    @Test
    void forgetsTheOldestBeyondTheMost() {
        for (int i = 0; i <= ArrivalLog.MOST; i++) {
            log.note(Duration.ofNanos(i));
        }

        assertThat(log.arrivals()).hasSize(ArrivalLog.MOST).startsWith(Duration.ofNanos(1));
    }
}
