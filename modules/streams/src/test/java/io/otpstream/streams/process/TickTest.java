package io.otpstream.streams.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TickTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Tick tick = new Tick(NOW);

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
    void isOverSomeTime() {
        await().until(tick::isOver);
        assertThat(System.nanoTime() - tick.endNanos()).isPositive();
    }
}
