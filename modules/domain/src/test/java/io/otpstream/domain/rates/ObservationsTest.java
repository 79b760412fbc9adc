package io.otpstream.domain.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.otpstream.domain.rates.Observation.Code;
import io.otpstream.domain.rates.Observation.Failure;
import io.otpstream.domain.rates.Observation.GivenUp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ObservationsTest {

    @Example
    void nothingSeenSaysNothing() {
        assertThat(Observations.none().estimate()).isNull();
        assertThat(seen(List.of(new GivenUp(20))).estimate())
                .as("that an order was given up is no failure")
                .isNull();
    }

    @Example
    void withoutOrdersGivenUpTheRateIsAPart() {
        Estimate rate = rate(seen(List.of(new Code(21), new Code(70), new Failure())));
        assertThat(rate.rate()).isEqualTo(2.0 / 3);
        assertThat(rate.orders()).isCloseTo(3, within(1e-9));
    }

    /** Of five, two codes at 10 s: 0.6 are left. One is given up, so the next code is one of two: 0.3 are left. */
    @Example
    void ordersGivenUpCountForAsLongAsTheyWereObserved() {
        Estimate rate = rate(seen(List.of(new Code(10), new Code(11), new GivenUp(16), new Code(21), new Failure())));
        assertThat(rate.rate()).isCloseTo(0.7, within(1e-9));
        assertThat(rate.orders()).isCloseTo(3 / 0.7, within(1e-9));
    }

    @Example
    void onlyFailuresAreARateOfNone() {
        Estimate rate = rate(seen(List.of(new Failure(), new Failure(), new GivenUp(3))));
        assertThat(rate.rate()).isZero();
        assertThat(rate.orders()).isEqualTo(2);
    }

    /** What a requester that waits for 20 s sees of a country where half of the codes take longer. */
    @Example
    void impatienceDoesNotLookLikeFailure() {
        Observations patient = Observations.none();
        Observations mixed = Observations.none();
        for (int i = 0; i < 100; i++) {
            Observation order = i < 40 ? new Code(12) : i < 80 ? new Code(40) : new Failure();
            patient = patient.plus(order, 1);
            mixed = mixed.plus(order, 1).plus(i < 40 ? new Code(12) : new GivenUp(20), 1);
        }
        assertThat(rate(mixed).rate()).isCloseTo(rate(patient).rate(), within(1e-9));
        assertThat(rate(mixed).orders()).isGreaterThan(rate(patient).orders());
    }

    @Example
    void whatIsNoWeightIsRefused() {
        List<Double> weights = Observations.none().codes();
        assertThat(Observations.of(weights, weights, 0)).isEqualTo(Observations.none());
        assertThatThrownBy(() -> Observations.of(weights, weights, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Observations.of(weights, weights, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Observations.of(List.of(1.0), weights, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("19 weights");
    }

    @Property
    void theOrderOfOrdersDoesNotMatter(@ForAll("orders") List<Observation> orders) {
        List<Observation> reversed = new ArrayList<>(orders);
        Collections.reverse(reversed);
        assertThat(seen(reversed)).isEqualTo(seen(orders));
    }

    @Property
    void whatIsTakenOutWasNeverThere(@ForAll("orders") List<Observation> orders, @ForAll("order") Observation other) {
        assertThat(seen(orders).plus(other, 1).plus(other, -1)).isEqualTo(seen(orders));
    }

    @Property
    void theRateLiesBetweenGivenUpAsFailuresAndGivenUpAsNothing(@ForAll("orders") List<Observation> orders) {
        Estimate rate = seen(orders).estimate();
        long codes = orders.stream().filter(Code.class::isInstance).count();
        long failures = orders.stream().filter(Failure.class::isInstance).count();
        if (rate == null) {
            assertThat(codes + failures).isZero();
            return;
        }
        assertThat(rate.rate())
                .isGreaterThanOrEqualTo((double) codes / orders.size() - 1e-9)
                .isBetween(rate.low(), rate.high());
        assertThat(rate.low()).isGreaterThanOrEqualTo(0);
        assertThat(rate.high()).isLessThanOrEqualTo(1);
        assertThat(rate.orders()).isBetween((double) codes + (codes == 0 ? failures : 0) - 1e-9, orders.size() + 1e-9);
        if (orders.stream().noneMatch(GivenUp.class::isInstance)) {
            assertThat(rate.rate()).isEqualTo((double) codes / (codes + failures));
        }
    }

    @Provide
    Arbitrary<Observation> order() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(0, 1_200).map(Code::new),
                Arbitraries.just(new Failure()),
                Arbitraries.doubles().between(0, 90).map(GivenUp::new));
    }

    @Provide
    Arbitrary<List<Observation>> orders() {
        return order().list().ofMaxSize(40);
    }

    private static Observations seen(List<? extends Observation> orders) {
        Observations seen = Observations.none();
        for (Observation order : orders) {
            seen = seen.plus(order, 1);
        }
        return seen;
    }

    private static Estimate rate(Observations seen) {
        return Objects.requireNonNull(seen.estimate());
    }
}
