package io.otpstream.domain.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RateWatchTest {

    private static final RateWatch PAST_ONLY = new RateWatch(OptionalDouble.empty());
    private static final RateWatch HALF = new RateWatch(OptionalDouble.of(0.5));
    private static final Estimate PAST = Estimate.of(0.8, 1_000);

    @Test
    void aRateThatIsCertainlyBelowItsPastIsLow() {
        assertThat(PAST_ONLY.isLow(false, Estimate.of(0.2, 20), PAST)).isTrue();
        assertThat(PAST_ONLY.isLow(false, Estimate.of(0.5, 20), PAST))
                .as("it may be 70 % by chance")
                .isFalse();
    }

    @Test
    void aFewOrdersSayNothing() {
        assertThat(PAST_ONLY.isLow(false, Estimate.of(0, 9.9), PAST)).isFalse();
        assertThat(PAST_ONLY.isLow(false, Estimate.of(0, 10), PAST)).isTrue();
        assertThat(HALF.isLow(false, Estimate.of(0, 9.9), PAST)).isFalse();
    }

    @Test
    void belowTheLimitItIsLowWhateverThePast() {
        Estimate poor = Estimate.of(0.4, 30);
        assertThat(PAST_ONLY.isLow(false, poor, poor)).isFalse();
        assertThat(HALF.isLow(false, poor, poor)).isTrue();
        assertThat(HALF.isLow(false, Estimate.of(0.5, 30), poor)).isFalse();
    }

    @Test
    void anEpisodeEndsOnlyWhenTheRateIsLikeThePastAgain() {
        assertThat(PAST_ONLY.isLow(true, Estimate.of(0.67, 20), PAST)).isTrue();
        assertThat(PAST_ONLY.isLow(true, Estimate.of(0.69, 20), PAST)).isFalse();
        assertThat(PAST_ONLY.isLow(true, Estimate.of(1, 4.9), PAST))
                .as("after a silence, one order is not enough")
                .isTrue();
    }

    @Test
    void anEpisodeEndsOnlyALittleAboveTheLimit() {
        Estimate poor = Estimate.of(0.5, 1_000);
        assertThat(HALF.isLow(true, Estimate.of(0.54, 20), poor)).isTrue();
        assertThat(HALF.isLow(true, Estimate.of(0.56, 20), poor)).isFalse();
    }

    @Test
    void whereNothingIsKnownNothingChanges() {
        assertThat(HALF.isLow(true, null, PAST)).isTrue();
        assertThat(HALF.isLow(false, null, PAST)).isFalse();
        assertThat(HALF.isLow(false, Estimate.of(0, 20), null)).isFalse();
    }
}
