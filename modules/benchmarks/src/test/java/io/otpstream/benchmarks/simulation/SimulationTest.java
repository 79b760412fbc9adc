package io.otpstream.benchmarks.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.Dialect;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulationTest {

    private static final int SEEDS = 2_000;

    @Test
    void nothingIsLostOrDoubledWhateverGoesWrong() {
        List<SimulationResult> results = LongStream.rangeClosed(1, SEEDS)
                .parallel()
                .mapToObj(seed -> Simulation.run(seed, Dialect.GUIDE))
                .toList();

        assertThat(results.stream().filter(result -> !result.violations().isEmpty()))
                .as("runs that broke an invariant; the seed gives the same run again")
                .isEmpty();
        // A world in which nothing happens would prove nothing.
        assertThat(results.stream().mapToInt(SimulationResult::disruptions).sum())
                .isGreaterThan(SEEDS / 2);
        assertThat(results.stream().mapToInt(SimulationResult::inDoubt).sum()).isGreaterThan(SEEDS / 10);
        assertThat(results.stream().mapToInt(SimulationResult::orphaned).sum()).isGreaterThan(SEEDS / 400);
    }

    @Test
    void inThePublishedDialectNothingIsEvenInDoubt() {
        List<SimulationResult> results = LongStream.rangeClosed(1, SEEDS)
                .parallel()
                .mapToObj(seed -> Simulation.run(seed, Dialect.PUBLISHED))
                .toList();

        assertThat(results.stream().filter(result -> !result.violations().isEmpty()))
                .as("runs that broke an invariant; the seed gives the same run again")
                .isEmpty();
        assertThat(results.stream().mapToInt(SimulationResult::disruptions).sum())
                .isGreaterThan(SEEDS / 2);
        assertThat(results.stream().mapToInt(SimulationResult::inDoubt).sum()).isZero();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aGuardThatIsLeftOutIsNoticed(Weakness weakness) {
        assertThat(LongStream.rangeClosed(1, SEEDS)
                        .mapToObj(seed -> Simulation.run(seed, weakness, Dialect.GUIDE))
                        .anyMatch(result -> !result.violations().isEmpty()))
                .isTrue();
    }

    @Test
    void aSeedGivesTheSameRunAgain() {
        for (long seed = 1; seed <= 50; seed++) {
            for (Dialect dialect : Dialect.values()) {
                assertThat(Simulation.run(seed, dialect)).isEqualTo(Simulation.run(seed, dialect));
            }
        }
    }
}
