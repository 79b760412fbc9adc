package io.otpstream.streams.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TickTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private long nanos = Long.MAX_VALUE - 5_000_000;
    private final Tick tick = new Tick(NOW, () -> nanos);

    @Test
    void theEarliestWishCounts() {
        assertThat(tick.now()).isEqualTo(NOW);
        assertThat(tick.next()).isEqualTo(Instant.MAX);
        tick.again(NOW.plusSeconds(5));
        tick.again(NOW.plusSeconds(9));
        assertThat(tick.next()).isEqualTo(NOW.plusSeconds(5));
        tick.again(Instant.MIN);
        assertThat(tick.next()).isEqualTo(Instant.MIN);
    }

    @Test
    void isOverAfterTenMilliseconds() {
        nanos += 10_000_000;
        assertThat(tick.isOver()).isFalse();
        nanos++;
        assertThat(tick.isOver()).isTrue();
    }
}
