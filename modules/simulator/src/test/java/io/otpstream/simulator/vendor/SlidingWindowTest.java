package io.otpstream.simulator.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {

    private static final Duration LENGTH = Duration.ofSeconds(60);

    @Property
    void aRequestIsLetInIfTheWindowThatEndsWithItHoldsNoMoreThanTheLimit(
            @ForAll @IntRange(min = 1, max = 8) int limit,
            @ForAll @Size(max = 80) List<@IntRange(max = 20_000) Integer> gapsMillis) {
        SlidingWindow window = new SlidingWindow(limit, LENGTH);
        List<Duration> all = new ArrayList<>();
        Duration now = Duration.ZERO;
        long largest = 0;
        for (int gap : gapsMillis) {
            now = now.plusMillis(gap);
            all.add(now);
            Duration from = now.minus(LENGTH);
            long held = all.stream().filter(each -> each.compareTo(from) > 0).count();
            largest = Math.max(largest, held);
            assertThat(window.admit(now).isEmpty()).isEqualTo(held <= limit);
        }
        assertThat(window.largest()).isEqualTo(largest);
    }

    @Property
    void whoWaitsAsToldIsLetIn(
            @ForAll @IntRange(min = 1, max = 8) int limit,
            @ForAll @Size(max = 80) List<@IntRange(max = 20_000) Integer> gapsMillis) {
        SlidingWindow window = new SlidingWindow(limit, LENGTH);
        Duration now = Duration.ZERO;
        for (int gap : gapsMillis) {
            now = now.plusMillis(gap);
            Optional<Duration> wait = window.admit(now);
            if (wait.isPresent()) {
                assertThat(wait.get()).isPositive();
                now = now.plus(wait.get());
                assertThat(window.admit(now)).isEmpty();
            }
        }
    }

    @Test
    void whoComesAMomentTooEarlyWaitsAnew() {
        SlidingWindow window = new SlidingWindow(1, LENGTH);
        Duration early = LENGTH.minusNanos(1);

        assertThat(window.admit(Duration.ZERO)).isEmpty();
        assertThat(window.admit(early)).contains(LENGTH);
    }
}
