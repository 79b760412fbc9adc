package io.otpstream.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.lifecycle.OrderNews.Kind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Until when there certainly was no code is remembered, and told when the order ends. */
class EmptyLookTest {

    private final Story story = Story.open(1, "order-1").after(Duration.ofSeconds(5));

    @Test
    void theLatestLookThatFoundNoneCounts() {
        Instant second =
                whenSeenEmpty().after(Duration.ofSeconds(5)).whenTimeCame().now();
        whenSeenEmpty()
                .when(new Event.LookAnswered(
                        "order-1", 2, Samples.answer("order-1", OrderStatus.WAITING), second.minusSeconds(3)));
        assertThat(emptyAt()).isEqualTo(second);
    }

    @Test
    void aLookThatFailedSaysNothing() {
        Instant seen = whenSeenEmpty().now();
        story.after(Duration.ofSeconds(5)).whenLookFails("order-1", new ApiError.ServerFailure(503));
        assertThat(emptyAt()).isEqualTo(seen);
    }

    @Test
    void anotherOwnerStillKnows() {
        Instant seen = whenSeenEmpty().now();
        story.after(Duration.ofSeconds(1)).when(new Event.Reassigned());
        assertThat(emptyAt()).isEqualTo(seen);
    }

    @Test
    void whatWasSeenBeforeTheTextWasTriggeredSaysNothing() {
        Instant looked = whenSeenEmpty().now();
        story.after(Duration.ofSeconds(1)).when(new Event.SmsRequested(null));
        assertThat(emptyAt()).isNull();
        story.when(new Event.LookAnswered("order-1", 2, Samples.answer("order-1", OrderStatus.WAITING), looked));
        assertThat(emptyAt()).isNull();
        Instant afterwards = story.after(Duration.ofSeconds(5)).now();
        whenSeenEmpty();
        assertThat(emptyAt()).isEqualTo(afterwards);
    }

    @Test
    void theCodeComesWithTheLookBefore() {
        Instant seen = whenSeenEmpty().now();
        story.after(Duration.ofSeconds(6)).whenLookSees("order-1", OrderStatus.COMPLETED);
        assertThat(story.news().kind()).isEqualTo(Kind.COMPLETED);
        assertThat(story.news().emptyAt()).isEqualTo(seen);
        assertThat(story.news().seenAt()).isEqualTo(seen.plusSeconds(6));
    }

    @Test
    void soDoesAnOrderThatExpires() {
        story.when(new Event.SmsRequested(null));
        Instant triggered = story.now();
        Instant seen = story.after(Duration.ofSeconds(5))
                .whenLookSees("order-1", OrderStatus.WAITING)
                .now();
        story.after(Duration.ofSeconds(6)).whenLookSees("order-1", OrderStatus.EXPIRED);
        assertThat(story.news().kind()).isEqualTo(Kind.EXPIRED);
        assertThat(story.news().textRequestedAt()).isEqualTo(triggered);
        assertThat(story.news().emptyAt()).isEqualTo(seen);
    }

    @Test
    void aLookDuringTheCancelCountsToo() {
        whenSeenEmpty().after(Duration.ofSeconds(90)).whenTimeCame().whenTimeCame();
        story.whenCancelFails("order-1", new ApiError.OtherRejection(409, null, ""));
        Instant seen = story.after(Duration.ofSeconds(1))
                .whenLookSees("order-1", OrderStatus.WAITING)
                .now();
        story.whenTimeCame().after(Duration.ofSeconds(1)).whenCancelled("order-1");
        assertThat(story.news().reason()).isEqualTo(CancelReason.TIMED_OUT);
        assertThat(story.news().emptyAt()).isEqualTo(seen);
    }

    @Test
    void fromWhenTheAgeCountsIsToldOfAnOrderToBeCleanedUpToo() {
        Instant triggered = story.when(new Event.SmsRequested(null)).now();
        story.after(Duration.ofSeconds(90)).whenTimeCame().whenTimeCame();
        story.after(Duration.ofSeconds(8)).whenTimeCame();
        assertThat(story.outcome().outcome()).isEqualTo(Outcome.TIMED_OUT);
        story.after(Duration.ofSeconds(60)).whenCancelled("order-1");
        assertThat(story.news().reason()).isEqualTo(CancelReason.TIMED_OUT);
        assertThat(story.news().textRequestedAt()).isEqualTo(triggered);
    }

    private Story whenSeenEmpty() {
        return story.whenLookSees("order-1", OrderStatus.WAITING);
    }

    private @Nullable Instant emptyAt() {
        return story.state(State.Open.class).emptyAt();
    }
}
