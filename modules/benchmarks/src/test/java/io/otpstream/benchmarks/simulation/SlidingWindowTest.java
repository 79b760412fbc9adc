package io.otpstream.benchmarks.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {

    private static final long SECOND = 1_000_000_000;

    private final SlidingWindow window = new SlidingWindow(2, Duration.ofSeconds(60));

    @Test
    void refusesWhatIsTooMuchUntilTheOldestHasLeft() {
        assertThat(window.admit(0)).isEmpty();
        assertThat(window.admit(10 * SECOND)).isEmpty();
        assertThat(window.admit(59 * SECOND)).contains(Duration.ofSeconds(11));
        assertThat(window.admit(70 * SECOND)).isEmpty();
    }

    @Test
    void countsWhatItRefuses() {
        window.admit(0);
        window.admit(0);
        window.admit(59 * SECOND);
        window.admit(59 * SECOND);

        assertThat(window.admit(60 * SECOND)).contains(Duration.ofSeconds(59));
        assertThat(window.requests()).isEqualTo(5);
        assertThat(window.refused()).isEqualTo(3);
    }
}
