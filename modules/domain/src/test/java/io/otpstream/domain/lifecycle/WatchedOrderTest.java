package io.otpstream.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchedOrderTest {

    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
    private static final RentedOrder ORDER = new RentedOrder(
            1, "11", "+6281", 7, 3_500, PriceSource.CHARGED, T, T.plusSeconds(1_200), T.plusSeconds(120), 1);

    @Test
    void whereThereIsNoOrderNothingIsWatched() {
        assertThat(WatchedOrder.of(new State.Unknown())).isEmpty();
        assertThat(WatchedOrder.of(new State.WithdrawnAhead(T))).isEmpty();
        assertThat(WatchedOrder.of(new State.SettledUnread(T))).isEmpty();
        assertThat(WatchedOrder.of(new State.Waiting(history(), 0, List.of(), T)))
                .isEmpty();
        assertThat(WatchedOrder.of(new State.Settled(history(), T))).isEmpty();
    }

    @Test
    void anOpenOrderIsWatched() {
        State open = new State.Open(history(), 0, ORDER, null, null, T.plusSeconds(90), T, T);
        assertThat(WatchedOrder.of(open)).containsExactly(new WatchedOrder("11", 1, false));
    }

    @Test
    void oneThatIsBeingCancelledIsWatchedAndForTheLastTimeWhereThatIsTooLate() {
        Instant giveUpAt = T.plusSeconds(98);
        assertThat(WatchedOrder.of(cancelling(giveUpAt, giveUpAt))).containsExactly(new WatchedOrder("11", 1, false));
        assertThat(WatchedOrder.of(cancelling(giveUpAt.plusNanos(1), giveUpAt)))
                .containsExactly(new WatchedOrder("11", 1, true));
    }

    @Test
    void oneThatIsHeldIsWatched() {
        State held = new State.Settled(history(), T, new State.Held(ORDER, T.plusSeconds(60)));
        assertThat(WatchedOrder.of(held)).containsExactly(new WatchedOrder("11", 1, false));
    }

    @Test
    void oneThatIsToBeCancelledLaterIsWatchedAndOneThatIsFinishedIsNot() {
        History history = history()
                .plus(cleanup("12", Cleanup.Step.CANCEL))
                .plus(cleanup("13", Cleanup.Step.LOOK))
                .plus(cleanup("14", Cleanup.Step.FINISH));
        assertThat(WatchedOrder.of(new State.Settled(history, T)))
                .containsExactly(new WatchedOrder("12", 0, false), new WatchedOrder("13", 0, false));
    }

    private static State cancelling(Instant nextTryAt, Instant giveUpAt) {
        return new State.Cancelling(
                history(), 0, ORDER, null, null, CancelReason.TIMED_OUT, Cleanup.Step.CANCEL, nextTryAt, T, giveUpAt);
    }

    private static Cleanup cleanup(String orderId, Cleanup.Step step) {
        return new Cleanup(
                1, orderId, 7, 3, 3_500, PriceSource.CHARGED, T, null, null, CancelReason.TIMED_OUT, step, T, T, 0);
    }

    private static History history() {
        Request request = new Request(
                3,
                List.of(7),
                null,
                Duration.ofSeconds(90),
                1,
                T,
                T.plusSeconds(60),
                Priority.BATCH,
                null,
                List.of(),
                CountryChoice.LISTED,
                false);
        return new History(request, 1, 0, 0, 0, List.of(), List.of());
    }
}
