package io.otpstream.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.OrderStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What needs no call happens on time and without one, also beside orders that are to be cancelled. */
class DueStoriesTest {

    @Test
    void theDeadlineGoesBeforeTheCancelOfAnOrphan() {
        Story story = withOrphan();
        State.Open open = story.place("order-2").state(State.Open.class);
        story.at(open.deadline()).whenTimeCame();
        assertThat(story.effects()).isEmpty();
        assertThat(story.state()).isInstanceOf(State.Cancelling.class);
        story.whenTimeCame();
        assertThat(story.only(Effect.SendCancel.class).orderId()).isEqualTo("order-1");
        story.whenTimeCame();
        assertThat(story.only(Effect.SendCancel.class).orderId()).isEqualTo("order-2");
    }

    @Test
    void soDoesStartBefore() {
        Story story = withOrphan().after(Duration.ofDays(2)).whenTimeCame();
        assertThat(story.outcome().outcome()).isEqualTo(Outcome.START_EXPIRED);
        assertThat(story.effects()).hasSize(1);
        story.whenTimeCame();
        assertThat(story.only(Effect.SendCancel.class).orderId()).isEqualTo("order-1");
    }

    @Test
    void aStateSaysEverythingThatItWaitsFor() {
        Story story = withOrphan();
        State.Open open = story.place("order-2").state(State.Open.class);
        assertThat(Due.of(open))
                .containsExactlyInAnyOrder(
                        new Due(open.deadline(), Due.Kind.NO_CALL),
                        new Due(open.nextLookAt(), Due.Kind.LOOK),
                        new Due(open.history().cleanups().getFirst().nextTryAt(), Due.Kind.CANCEL_UNUSED));
    }

    /** The first create's answer comes when it was given up for lost. */
    private static Story withOrphan() {
        Story story = Story.of(Samples.request(2, Samples.INDONESIA)).whenPermit();
        Effect.SendCreate create = story.create();
        return story.when(new Event.CreateLost())
                .when(new Event.CreateAnswered(create, Samples.answer("order-1", OrderStatus.WAITING), story.now()))
                .after(Duration.ofSeconds(1));
    }
}
