package io.otpstream.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.lifecycle.Effect.PublishOutcome;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import io.otpstream.domain.lifecycle.State.Settled;
import io.otpstream.domain.lifecycle.State.Waiting;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A request that names platform and countries by codes has to learn their ids before anything is ordered. */
class RequestByCodesTest {

    private static final Request REQUEST = Samples.byCodes(Samples.request(2, Samples.INDONESIA));

    @Test
    void isOrderedOnceItsCodesWereFound() {
        Story story = Story.of(REQUEST).when(new Event.Resolved(Samples.IDS));

        assertThat(story.effects()).isEmpty();
        story.whenPermit();
        assertThat(story.create().platformId()).isEqualTo(Samples.WHATSAPP);
        assertThat(story.create().countryId()).isEqualTo(Samples.INDONESIA);
    }

    @Test
    void isNotOrderedBefore() {
        Story story = Story.of(REQUEST).whenPermit();

        assertThat(story.effects()).isEmpty();
        assertThat(story.state(Waiting.class).history().request().wanted()).isEqualTo(Samples.CODES);
    }

    @Test
    void learnsItsIdsOnce() {
        Story story = Story.of(REQUEST)
                .when(new Event.Resolved(Samples.IDS))
                .when(new Event.Resolved(
                        new Wanted.Ids(99, Samples.request(1, 98).countryIds(), null)))
                .when(new Event.Unresolvable("platform", "Too late."));

        assertThat(story.state(Waiting.class).history().request().wanted()).isEqualTo(Samples.IDS);
    }

    @Test
    void endsAsRejectedWithTheFieldThatTheApiDoesNotKnow() {
        PublishOutcome outcome = Story.of(REQUEST)
                .when(new Event.Unresolvable("countries", "The API has no country VN."))
                .outcome();

        assertThat(outcome.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(outcome.field()).isEqualTo("countries");
        assertThat(outcome.reason()).isEqualTo("The API has no country VN.");
        assertThat(outcome.attempts()).isEmpty();
    }

    @Test
    void canBeWithdrawnBefore() {
        Story story = Story.of(REQUEST).when(new Event.Withdraw());

        assertThat(story.outcome().outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(story.when(new Event.Resolved(Samples.IDS)).effects()).isEmpty();
        assertThat(story.whenPermit().effects()).isEmpty();
    }

    @Test
    void endsAtStartBeforeAllTheSame() {
        Story story = Story.of(REQUEST).after(Duration.ofHours(24)).whenTimeCame();

        assertThat(story.outcome().outcome()).isEqualTo(Outcome.START_EXPIRED);
        assertThat(story.state(Settled.class).history().request().wanted()).isEqualTo(Samples.CODES);
    }

    @Test
    void cleansUpTheOrderOfAnEarlierRequestOfItsId() {
        SendCreate earlier = new SendCreate(1, 1, Samples.VIETNAM, 77, 9_000, Samples.START.minus(Duration.ofDays(8)));
        Story story = Story.of(REQUEST)
                .when(new Event.CreateAnswered(earlier, Samples.answer("o1", OrderStatus.WAITING), earlier.sendBy()));

        assertThat(story.news().kind()).isEqualTo(OrderNews.Kind.ORPHANED);
        story.after(Duration.ofSeconds(1)).whenTimeCame().whenCancelled("o1");
        assertThat(story.news().kind()).isEqualTo(OrderNews.Kind.CANCELLED);
        assertThat(story.news().platformId()).isEqualTo(77);
    }

    @Test
    void hasNoIdsToOfferBefore() {
        assertThatThrownBy(REQUEST::platformId).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(REQUEST::countryIds).isInstanceOf(IllegalStateException.class);
    }
}
