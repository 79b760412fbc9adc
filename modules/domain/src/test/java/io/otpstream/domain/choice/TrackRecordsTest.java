package io.otpstream.domain.choice;

import static io.otpstream.domain.choice.Requests.PLATFORM;
import static io.otpstream.domain.choice.Requests.T;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackRecordsTest {

    private static final int INDONESIA = 6;
    private static final int BRAZIL = 9;
    private static final int OTHER_PLATFORM = 2;

    @Test
    void withoutOrdersTheGuidesWordIsBelieved() {
        Belief belief = TrackRecords.none().of(INDONESIA, PLATFORM, T);

        assertThat(belief.expectedProbability()).isCloseTo(0.75, within(1e-9));
        assertThat(belief.codes() + belief.failures()).as("and easily given up").isCloseTo(3, within(1e-9));
        assertThat(belief.secondsToCode()).isEqualTo(22.5);
        assertThat(belief.paidPerCode()).isEqualTo(1);
    }

    @Test
    void ordersOutweighIt() {
        Belief belief = TrackRecords.none()
                .with(INDONESIA, PLATFORM, new Evidence(20, 80, T), 31.0, 1.1)
                .of(INDONESIA, PLATFORM, T);

        assertThat(belief.expectedProbability()).isCloseTo(0.25, within(0.02));
        assertThat(belief.secondsToCode()).isEqualTo(31);
        assertThat(belief.paidPerCode()).isEqualTo(1.1);
    }

    @Test
    void whatIsKnownFadesTowardsWhatIsKnownOfAll() {
        TrackRecords known = TrackRecords.none()
                .with(INDONESIA, PLATFORM, new Evidence(8, 80, T), null, 1)
                .with(BRAZIL, PLATFORM, new Evidence(90, 100, T.plus(Duration.ofDays(2))), null, 1);

        assertThat(expected(known, T)).isLessThan(0.2);
        assertThat(expected(known, T.plus(Duration.ofDays(2)))).isGreaterThan(0.6);
    }

    @Test
    void aCountryIsHalfAsItIsOnOtherPlatforms() {
        TrackRecords known = TrackRecords.none()
                .with(INDONESIA, OTHER_PLATFORM, new Evidence(0, 100, T), null, 1)
                .with(BRAZIL, OTHER_PLATFORM, new Evidence(100, 100, T), null, 1);

        assertThat(known.of(INDONESIA, PLATFORM, T).expectedProbability()).isBetween(0.2, 0.3);
        assertThat(known.of(BRAZIL, PLATFORM, T).expectedProbability()).isBetween(0.7, 0.8);
    }

    @Test
    void theLastHundredOrdersCountWhateverWentBefore() {
        Evidence told = new Evidence(900, 1_000, T);
        TrackRecords known = TrackRecords.none().with(INDONESIA, PLATFORM, told, null, 1);
        assertThat(expected(known, T)).isCloseTo(0.9, within(0.01));
        for (int order = 0; order < 100; order++) {
            told = told.plus(Evidence.of(false, T));
            known = known.with(INDONESIA, PLATFORM, told, null, 1);
        }
        assertThat(told.codes() / told.orders()).as("told").isGreaterThan(0.8);
        // 0.9 / e, and a bit for the prior.
        assertThat(expected(known, T)).as("believed").isCloseTo(0.34, within(0.01));
    }

    @Test
    void toldTwiceItCountsOnce() {
        Evidence told = new Evidence(6, 10, T);
        TrackRecords once = TrackRecords.none().with(INDONESIA, PLATFORM, told, 20.0, 1);

        assertThat(once.with(INDONESIA, PLATFORM, told, 20.0, 1).of(INDONESIA, PLATFORM, T))
                .isEqualTo(once.of(INDONESIA, PLATFORM, T));
        Evidence later = told.at(T.plusSeconds(3_600));
        Belief again = once.with(INDONESIA, PLATFORM, later, 20.0, 1).of(INDONESIA, PLATFORM, later.asOf());
        Belief same = once.of(INDONESIA, PLATFORM, later.asOf());
        assertThat(again.codes()).isCloseTo(same.codes(), within(1e-9));
        assertThat(again.failures()).isCloseTo(same.failures(), within(1e-9));
    }

    /** As when an order is placed: the latest one that has ended, by which they are weighed, is still the same. */
    @Test
    void theSameFiguresAtALaterTimeTellNothingNew() {
        TrackRecords once = TrackRecords.none().with(INDONESIA, PLATFORM, new Evidence(90, 100, T), 20.0, 1);
        Instant later = T.plusSeconds(7_200);
        TrackRecords again = once.with(INDONESIA, PLATFORM, new Evidence(90, 100, later), 20.0, 1);
        assertThat(again.of(INDONESIA, PLATFORM, later)).isEqualTo(once.of(INDONESIA, PLATFORM, later));

        Evidence failed = new Evidence(90, 100, T).plus(Evidence.of(false, later));
        assertThat(expected(again.with(INDONESIA, PLATFORM, failed, 20.0, 1), later))
                .as("and the order that ends then counts")
                .isLessThan(expected(again, later));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void whatCantBeIsRefused(double figure) {
        Evidence told = new Evidence(6, 10, T);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrackRecords.none().with(INDONESIA, PLATFORM, told, figure, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrackRecords.none().with(INDONESIA, PLATFORM, told, 20.0, figure));
    }

    private static double expected(TrackRecords known, Instant now) {
        return known.of(INDONESIA, PLATFORM, now).expectedProbability();
    }
}
