package io.otpstream.streams.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.rate.Demand;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When a process tells what it could use. */
class DemandReporterTest {

    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
    private static final Demand SOME = new Demand(1, 2, false);
    private static final Demand MORE = new Demand(3, 4, true);

    private Demand demand = Demand.NONE;
    private final DemandReporter reporter = new DemandReporter(Duration.ofSeconds(1), () -> demand);

    @Test
    void whoHasNothingToDoIsSilent() {
        for (int second = 0; second < 10; second++) {
            assertThat(reporter.due(T.plusSeconds(second))).isEmpty();
        }
        assertThat(reporter.isAsking()).isFalse();
    }

    @Test
    void theFirstDemandIsToldAtOnceAndThenOncePerSlot() {
        assertThat(reporter.due(T)).isEmpty();
        demand = SOME;
        assertThat(reporter.due(T.plusMillis(1))).contains(SOME);
        assertThat(reporter.isAsking()).isTrue();
        demand = MORE;
        assertThat(reporter.due(T.plusMillis(1_000))).isEmpty();
        assertThat(reporter.due(T.plusMillis(1_001))).contains(MORE);
        assertThat(reporter.due(T.plusMillis(1_500))).isEmpty();
    }

    @Test
    void theEndIsToldOnce() {
        demand = SOME;
        assertThat(reporter.due(T)).contains(SOME);
        demand = Demand.NONE;
        assertThat(reporter.due(T.plusMillis(999))).isEmpty();
        assertThat(reporter.due(T.plusMillis(1_000))).contains(Demand.NONE);
        assertThat(reporter.isAsking()).isFalse();
        assertThat(reporter.due(T.plusSeconds(5))).isEmpty();
    }

    @Test
    void whatComesAfterTheEndIsToldAtOnce() {
        demand = SOME;
        assertThat(reporter.due(T)).contains(SOME);
        demand = Demand.NONE;
        assertThat(reporter.due(T.plusSeconds(1))).contains(Demand.NONE);
        demand = MORE;
        assertThat(reporter.due(T.plusMillis(1_001))).contains(MORE);
    }
}
