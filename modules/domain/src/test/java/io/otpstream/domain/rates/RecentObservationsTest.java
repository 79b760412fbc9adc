package io.otpstream.domain.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.otpstream.domain.rates.Observation.Code;
import io.otpstream.domain.rates.Observation.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RecentObservationsTest {

    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
    private static final Code CODE = new Code(20);
    private static final Failure FAILURE = new Failure();

    record Ended(Observation order, Instant at) {}

    @Example
    void anOrderWeighsHalfAfterSixHours() {
        Estimate rate = rate(RecentObservations.none()
                .plus(FAILURE, T)
                .plus(CODE, T.plus(Duration.ofHours(6)))
                .observations());
        assertThat(rate.rate()).isCloseTo(1 / 1.5, within(1e-12));
        assertThat(rate.orders()).isCloseTo(1.5, within(1e-12));
    }

    @Example
    void anOrderThatComesLateWeighsWhatItsOwnTimeSays() {
        RecentObservations recent =
                RecentObservations.none().plus(CODE, T).plus(FAILURE, T.minus(Duration.ofHours(12)));
        assertThat(rate(recent.observations()).rate()).isCloseTo(1 / 1.25, within(1e-12));
        assertThat(recent.at()).isEqualTo(T);
    }

    @Example
    void whatIsTakenOutIsGoneHoweverLongItHasBeenIn() {
        RecentObservations recent = RecentObservations.none()
                .plus(FAILURE, T)
                .plus(CODE, T.plusSeconds(1_000))
                .plus(CODE, T.plusSeconds(50_000))
                .minus(FAILURE, T);
        assertThat(recent.observations().failures()).isZero();
        assertThat(rate(recent.observations()).rate()).isEqualTo(1);
    }

    @Example
    void whatIsLongPastIsNothing() {
        RecentObservations recent = RecentObservations.none().plus(FAILURE, T).plus(CODE, T.plus(Duration.ofDays(30)));
        assertThat(recent.observations().failures()).isZero();
    }

    @Property
    void theSequenceDoesNotMatter(@ForAll("orders") List<Ended> orders, @ForAll Random random) {
        List<Ended> shuffled = new ArrayList<>(orders);
        Collections.shuffle(shuffled, random);
        Observations one = all(orders).observations();
        Observations other = all(shuffled).observations();
        assertThat(other.failures()).isCloseTo(one.failures(), within(1e-6));
        for (int bin = 0; bin < one.codes().size(); bin++) {
            assertThat(other.codes().get(bin)).isCloseTo(one.codes().get(bin), within(1e-6));
        }
        assertThat(all(shuffled).at()).isEqualTo(all(orders).at());
    }

    @Provide
    Arbitrary<List<Ended>> orders() {
        Arbitrary<Observation> order = Arbitraries.of(CODE, FAILURE, new Code(60));
        Arbitrary<Instant> at = Arbitraries.integers().between(0, 100_000).map(T::plusSeconds);
        return Combinators.combine(order, at).as(Ended::new).list().ofMinSize(1).ofMaxSize(30);
    }

    private static RecentObservations all(List<Ended> orders) {
        RecentObservations recent = RecentObservations.none();
        for (Ended order : orders) {
            recent = recent.plus(order.order(), order.at());
        }
        return recent;
    }

    private static Estimate rate(Observations observations) {
        return Objects.requireNonNull(observations.estimate());
    }
}
