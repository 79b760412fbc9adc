package io.otpstream.domain.lifecycle;

import static io.otpstream.domain.lifecycle.Samples.INDONESIA;
import static io.otpstream.domain.lifecycle.Samples.VIETNAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.OrderStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A request leaves it to us in which order its countries are tried: that of the offers, which come with the permit. */
class ChosenCountryTest {

    private static final int MALAYSIA = 7;
    private static final Offer FROM_INDONESIA = new Offer(INDONESIA, 15_000, 5);
    private static final Offer FROM_VIETNAM = new Offer(VIETNAM, 9_000, 5);

    @Test
    void asListedWhateverTheOrderOfTheOffers() {
        Story story = chosen(CountryChoice.LISTED).whenPermit(List.of(FROM_VIETNAM, FROM_INDONESIA));

        assertThat(story.create().countryId()).isEqualTo(INDONESIA);
    }

    @ParameterizedTest
    @EnumSource(
            value = CountryChoice.class,
            names = {"CHEAPEST", "BEST"})
    void theFirstOfferIsTaken(CountryChoice choice) {
        Story story = chosen(choice).whenPermit(List.of(FROM_VIETNAM, FROM_INDONESIA));

        assertThat(story.create().countryId()).isEqualTo(VIETNAM);
        assertThat(story.create().priceIdr()).isEqualTo(9_000);
        assertThat(story.state(State.Placing.class).history().past())
                .as("a country without an offer is no reason to note anything while others have one")
                .isEmpty();
    }

    @Test
    void theNextAttemptTakesTheFirstOfferAgain() {
        Story story = chosen(CountryChoice.CHEAPEST).whenPermit(List.of(FROM_VIETNAM, FROM_INDONESIA));
        story.when(new Event.CreateAnswered(story.create(), Samples.answer("o1", OrderStatus.WAITING), story.now()));
        story.after(LifecycleRules.guide().lookGap()).whenTimeCame().whenLookSees("o1", OrderStatus.EXPIRED);
        assertThat(story.state(State.Waiting.class).history().countryThatFailed())
                .isEqualTo(VIETNAM);

        story.whenPermit(List.of(FROM_INDONESIA, FROM_VIETNAM));
        assertThat(story.create().countryId()).isEqualTo(INDONESIA);
    }

    @Test
    void aCountryThatTheApiRefusedIsNotAskedTwiceInOneAttempt() {
        Story story = chosen(CountryChoice.BEST).whenPermit(List.of(FROM_VIETNAM, FROM_INDONESIA));
        story.whenCreateFails(new ApiError.ProductUnavailable());
        assertThat(story.state(State.Waiting.class).history().countryThatFailed())
                .as("no number was rented, so none has failed")
                .isNull();

        story.whenPermit(List.of(FROM_VIETNAM, FROM_INDONESIA));
        assertThat(story.create().countryId()).isEqualTo(INDONESIA);
    }

    @Test
    void whatIsNotListedIsNotOrdered() {
        Story story = chosen(CountryChoice.BEST).whenPermit(List.of(new Offer(99, 1, 5), FROM_VIETNAM));

        assertThat(story.create().countryId()).isEqualTo(VIETNAM);
    }

    @Test
    void withoutAnyOfferEveryCountryIsNoted() {
        Story story = chosen(CountryChoice.BEST).whenPermit(List.of(new Offer(VIETNAM, 9_000, 0)));

        assertThat(story.outcome().outcome()).isEqualTo(Outcome.NO_STOCK);
        assertThat(story.outcome().attempts())
                .extracting(PastAttempt::countryId)
                .containsExactly(VIETNAM, INDONESIA, MALAYSIA);
    }

    private static Story chosen(CountryChoice choice) {
        return Story.of(Samples.choosing(choice, Samples.request(2, INDONESIA, VIETNAM, MALAYSIA)));
    }
}
