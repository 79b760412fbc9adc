package io.otpstream.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Never the same order sooner than 5 s after the last look, whether that one was answered or not. */
class LookDistanceTest {

    private static final ApiError REFUSED = new ApiError.OtherRejection(409, null, "");

    private final Story story = Story.open(2, "order-1").after(Duration.ofSeconds(5));

    @Test
    void aLookUnderWayCountsWhenACancelIsRefused() {
        Instant looked = whenLooked();
        story.after(Duration.ofMillis(100)).when(new Event.Withdraw()).whenTimeCame();
        assertThat(story.effects()).containsExactly(new Effect.SendCancel(1, 3, "order-1"));
        story.whenCancelFails("order-1", REFUSED).whenTimeCame();
        assertThat(story.effects()).isEmpty();
        story.at(looked.plusSeconds(7)).whenTimeCame();
        assertThat(story.effects()).containsExactly(new Effect.SendLook(1, 4, "order-1"));
    }

    @Test
    void aLateAnswerToAnEarlierLookDoesNotHurryTheNext() {
        Instant first = whenLooked();
        story.after(Duration.ofSeconds(15));
        Instant second = whenLooked();
        story.after(Duration.ofSeconds(1))
                .when(new Event.LookAnswered("order-1", 2, Samples.answer("order-1", OrderStatus.WAITING), first))
                .whenTimeCame();
        assertThat(story.effects()).isEmpty();
        assertThat(story.state(State.Open.class).nextLookAt()).isEqualTo(second.plusSeconds(7));
    }

    @Test
    void theGapCountsFromTheAnswerAndUntilItComesFromTheLatestThatTheLookCanArrive() {
        Instant looked = whenLooked();
        assertThat(story.state(State.Open.class).looksFrom()).isEqualTo(looked.plusSeconds(7));
        Instant answered = looked.plusMillis(300);
        story.after(Duration.ofMillis(400))
                .when(new Event.LookAnswered("order-1", 2, Samples.answer("order-1", OrderStatus.WAITING), answered));
        assertThat(story.state(State.Open.class).nextLookAt()).isEqualTo(answered.plusSeconds(5));
    }

    @Test
    void aLookThatNeverLeftDoesNotHurryTheNext() {
        Instant looked = whenLooked();
        story.when(new Event.LookAnswered("order-1", 2, Samples.failure(new ApiError.NotSent("no permit")), looked));
        assertThat(story.state(State.Open.class).nextLookAt()).isEqualTo(looked.plusSeconds(7));
    }

    @Test
    void aNewOwnerWaitsAtLeastTheGapWhateverItsPredecessorWasTold() {
        Instant looked = whenLooked();
        Instant assigned = story.after(Duration.ofSeconds(4)).now();
        story.when(new Event.Reassigned());
        assertThat(story.state(State.Open.class).nextLookAt()).isEqualTo(assigned.plusSeconds(5));
        story.when(new Event.LookAnswered("order-1", 2, Samples.answer("order-1", OrderStatus.WAITING), looked));
        assertThat(story.state(State.Open.class).nextLookAt()).isEqualTo(assigned.plusSeconds(5));
    }

    @Test
    void aNewOwnerOfACancelWaitsBeforeItLooks() {
        story.when(new Event.Withdraw()).whenTimeCame().whenCancelFails("order-1", REFUSED);
        story.when(new Event.Reassigned()).whenTimeCame();
        assertThat(story.effects()).isEmpty();
        story.after(Duration.ofSeconds(5)).whenTimeCame();
        assertThat(story.effects()).containsExactly(new Effect.SendLook(1, 4, "order-1"));
    }

    @Test
    void aLookInACancelCountsForTheNextOne() {
        story.when(new Event.Withdraw()).whenTimeCame().whenCancelFails("order-1", REFUSED);
        Instant looked = whenLooked();
        story.when(new Event.LookAnswered(
                "order-1", 1, Samples.answer("order-1", OrderStatus.WAITING), looked.minusSeconds(4)));
        story.whenTimeCame().whenCancelFails("order-1", REFUSED).whenTimeCame();
        assertThat(story.effects()).isEmpty();
        assertThat(story.state(State.Cancelling.class).nextTryAt()).isEqualTo(looked.plusSeconds(7));
    }

    @Test
    void soDoesOneInACleanup() {
        Story cleanup = StoryOfAnOrphan.told().after(Duration.ofSeconds(6)).whenTimeCame();
        cleanup.whenCancelFails("orphan", REFUSED).whenTimeCame();
        assertThat(cleanup.only(Effect.SendLook.class).orderId()).isEqualTo("orphan");
        Instant looked = cleanup.now();
        cleanup.after(Duration.ofSeconds(1))
                .when(new Event.LookAnswered(
                        "orphan", 0, Samples.answer("orphan", OrderStatus.WAITING), looked.minusSeconds(5)))
                .after(Duration.ofSeconds(1))
                .whenTimeCame();
        assertThat(cleanup.only(Effect.SendCancel.class).orderId()).isEqualTo("orphan");
        cleanup.whenCancelFails("orphan", REFUSED).whenTimeCame();
        assertThat(cleanup.effects()).isEmpty();
        cleanup.at(looked.plusSeconds(7)).whenTimeCame();
        assertThat(cleanup.only(Effect.SendLook.class).orderId()).isEqualTo("orphan");
    }

    @Test
    void anAnswerThatSaysNothingOfTheCancelDoesNotRepeatIt() {
        Story cleanup = StoryOfAnOrphan.told().after(Duration.ofSeconds(6)).whenTimeCame();
        State before = cleanup.state();
        cleanup.when(new Event.LookAnswered(
                "orphan", 0, Samples.failure(new ApiError.NoAnswer("time-out")), Samples.START.minusSeconds(9)));
        assertThat(cleanup.state()).isEqualTo(before);
        cleanup.when(new Event.LookAnswered(
                "orphan", 0, Samples.answer("orphan", OrderStatus.WAITING), Samples.START.minusSeconds(9)));
        assertThat(cleanup.state()).isEqualTo(before);
    }

    private Instant whenLooked() {
        story.whenTimeCame();
        assertThat(story.only(Effect.SendLook.class).orderId()).isEqualTo("order-1");
        return story.now();
    }
}
