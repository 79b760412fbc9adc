package io.otpstream.benchmarks.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeasurementTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Instant now = START;
    private ApiCounts counts = new ApiCounts(0, 0, 0, 0, 0, 0);
    private final Measurement measurement = new Measurement(() -> now, () -> counts);

    @Test
    void countsFromTheBeginningOn() {
        counts = new ApiCounts(100, 80, 7, 5, 9, 1);
        measurement.ended(Optional.of("before"));
        now = START.plusSeconds(60);
        measurement.begin();
        counts = new ApiCounts(130, 100, 8, 7, 15, 2);
        now = START.plusSeconds(100);
        measurement.ended(Optional.of("o2"));
        now = START.plusSeconds(160);
        measurement.ended(Optional.of("o6"));
        measurement.ended(Optional.empty());
        now = START.plusSeconds(180);

        Figures figures = measurement.figures(() -> order -> START.plusSeconds(order.equals("o2") ? 98 : 154));

        assertThat(figures).isEqualTo(new Figures(3, 2, 1.5, 10, 20 / 3.0, 4, 6, 1, 3, 0.5));
    }

    @Test
    void doesNotInventAnAge() {
        measurement.ended(Optional.empty());
        now = START.plusSeconds(60);

        assertThatThrownBy(() -> measurement.figures(() -> order -> START)).isInstanceOf(IllegalStateException.class);
    }
}
