package io.otpstream.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.OrderStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Replies are written until they are acknowledged, so that each of them may come twice. */
class RepeatedAnswersTest {

    private final Story story = Story.of(Samples.request(2, Samples.INDONESIA));

    @Test
    void theAnswerThatOpenedAnOrderDoesNotOrphanIt() {
        Event placed = placed();
        story.when(placed);
        State open = story.state();
        story.when(placed);
        assertThat(story.effects()).isEmpty();
        assertThat(story.state()).isEqualTo(open);
    }

    @Test
    void norDoesItWhileTheOrderIsBeingCancelled() {
        Event placed = placed();
        story.when(placed).when(new Event.Withdraw()).when(placed);
        assertThat(story.effects()).isEmpty();
        assertThat(story.state(State.Cancelling.class).history().cleanups()).isEmpty();
    }

    @Test
    void norAfterItsCodeWasDelivered() {
        Event placed = placed();
        story.when(placed).whenLookSees("order-1", OrderStatus.COMPLETED);
        assertThat(story.code().code()).isEqualTo(Samples.CODE);
        story.when(placed);
        assertThat(story.effects()).isEmpty();
        assertThat(Due.of(story.state())).isEmpty();
    }

    @Test
    void norAfterTheOrderEndedAndAnotherIsOpen() {
        Event placed = placed();
        story.when(placed).whenLookSees("order-1", OrderStatus.EXPIRED).place("order-2");
        story.when(placed);
        assertThat(story.effects()).isEmpty();
        assertThat(story.state(State.Open.class).history().cleanups()).isEmpty();
    }

    @Test
    void anOrphanIsCancelledOnce() {
        Event placed = placed();
        story.when(new Event.CreateLost()).when(placed);
        assertThat(story.news().kind()).isEqualTo(OrderNews.Kind.ORPHANED);
        story.when(placed);
        assertThat(story.effects()).isEmpty();
        assertThat(story.state(State.Waiting.class).history().cleanups()).hasSize(1);
    }

    @Test
    void aRefusalThatComesAgainIsNotTakenForTheNextCreate() {
        story.whenPermit();
        Event refused =
                new Event.CreateAnswered(story.create(), Samples.failure(new ApiError.ServerFailure(500)), story.now());
        story.when(refused).after(Duration.ofSeconds(1)).whenPermit().when(refused);
        assertThat(story.effects()).isEmpty();
        assertThat(story.state()).isInstanceOf(State.Placing.class);
    }

    private Event placed() {
        story.whenPermit();
        return new Event.CreateAnswered(story.create(), Samples.answer("order-1", OrderStatus.WAITING), story.now());
    }
}
