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

class SlidingWindowLimiterTest {

    private static final Duration WINDOW = Duration.ofSeconds(60);

    @Property
    void noWindowHoldsMoreThanTheLimit(
            @ForAll @IntRange(min = 1, max = 8) int limit,
            @ForAll @Size(max = 80) List<@IntRange(max = 20_000) Integer> gapsMillis) {
        SlidingWindowLimiter limiter = new SlidingWindowLimiter(limit, WINDOW);
        List<Duration> admitted = new ArrayList<>();
        Duration now = Duration.ZERO;
        for (int gap : gapsMillis) {
            now = now.plusMillis(gap);
            if (limiter.tryAcquire(now).isEmpty()) {
                admitted.add(now);
            }
        }
        for (int i = limit; i < admitted.size(); i++) {
            assertThat(admitted.get(i).minus(admitted.get(i - limit))).isGreaterThanOrEqualTo(WINDOW);
        }
    }

    @Property
    void whoWaitsAsToldIsLetInAndNotBefore(
            @ForAll @IntRange(min = 1, max = 8) int limit,
            @ForAll @Size(max = 80) List<@IntRange(max = 20_000) Integer> gapsMillis) {
        SlidingWindowLimiter limiter = new SlidingWindowLimiter(limit, WINDOW);
        Duration now = Duration.ZERO;
        for (int gap : gapsMillis) {
            now = now.plusMillis(gap);
            Optional<Duration> wait = limiter.tryAcquire(now);
            if (wait.isPresent()) {
                assertThat(wait.get()).isPositive();
                assertThat(limiter.tryAcquire(now.plus(wait.get()).minusNanos(1)))
                        .contains(Duration.ofNanos(1));
                now = now.plus(wait.get());
                assertThat(limiter.tryAcquire(now)).isEmpty();
            }
        }
    }
}
