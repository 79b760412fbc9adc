package io.otpstream.domain.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {

    private static final Instant T = Requests.T;

    @Test
    void halfIsLeftAfterSixHours() {
        Evidence later = new Evidence(30, 40, T).at(T.plus(Duration.ofHours(6)));

        assertThat(later.codes()).isCloseTo(15, within(1e-9));
        assertThat(later.orders()).isCloseTo(20, within(1e-9));
        assertThat(new Evidence(30, 40, T).at(T.minusSeconds(60))).isEqualTo(new Evidence(30, 40, T));
    }

    @Property
    void itDoesntMatterWhenThingsAreAdded(
            @ForAll @DoubleRange(min = 0, max = 1) double rate,
            @ForAll @IntRange(max = 100_000) int first,
            @ForAll @IntRange(max = 100_000) int second) {
        Evidence a = new Evidence(rate * 50, 50, T.plusSeconds(first));
        Evidence b = Evidence.of(true, T.plusSeconds(second));
        Instant later = T.plusSeconds(200_000);

        assertThat(a.plus(b).at(later).orders())
                .isCloseTo(a.at(later).plus(b.at(later)).orders(), within(1e-9));
        assertThat(a.plus(b)).isEqualTo(b.plus(a));
        Evidence back = a.plus(b).minus(b);
        assertThat(back.orders()).isCloseTo(a.at(back.asOf()).orders(), within(1e-9));
        assertThat(back.codes()).isCloseTo(a.at(back.asOf()).codes(), within(1e-9));
    }

    @Test
    void lessThanNothingIsNothing() {
        assertThat(Evidence.of(false, T).minus(new Evidence(2, 3, T))).isEqualTo(Evidence.none(T));
        assertThat(new Evidence(1, 3, T).minus(new Evidence(2, 2, T))).isEqualTo(new Evidence(0, 1, T));
        assertThat(new Evidence(3, 3, T).minus(new Evidence(0, 2, T))).isEqualTo(new Evidence(1, 1, T));
    }

    @Test
    void aShareStaysTheSameOfFewerOrders() {
        assertThat(new Evidence(60, 80, T).atMost(20)).isEqualTo(new Evidence(15, 20, T));
        assertThat(new Evidence(6, 8, T).atMost(20)).isEqualTo(new Evidence(6, 8, T));
    }

    @ParameterizedTest
    @CsvSource({"-1, 3", "4, 3", "NaN, 3", "1, NaN", "1, Infinity"})
    void whatCantBeIsRefused(double codes, double orders) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Evidence(codes, orders, T));
    }

    @Test
    void fewerOrdersAreNeverFewerThanTheirCodes() {
        for (int i = 200; i < 20_000; i++) {
            double orders = i * 0.9999713;

            Evidence atMost = new Evidence(orders, orders, Instant.EPOCH).atMost(100);
            assertThat(atMost.orders()).isEqualTo(100);
            assertThat(atMost.codes()).isCloseTo(100, within(1e-9));
        }
    }
}
