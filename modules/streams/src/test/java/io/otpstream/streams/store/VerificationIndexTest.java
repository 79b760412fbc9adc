package io.otpstream.streams.store;

import static io.otpstream.streams.store.States.T;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.lifecycle.CancelReason;
import io.otpstream.domain.lifecycle.Cleanup;
import io.otpstream.domain.lifecycle.Due;
import io.otpstream.domain.lifecycle.Priority;
import io.otpstream.domain.lifecycle.State;
import io.otpstream.domain.lifecycle.WatchedOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which verification comes next. */
class VerificationIndexTest {

    private final VerificationIndex index = new VerificationIndex();

    @Test
    void peopleGoBeforeBatchesAndWhoAskedFirst() {
        index.update("batch", States.waiting(Priority.BATCH, T, T));
        index.update("second", States.waiting(Priority.INTERACTIVE, T.plusSeconds(2), T));
        index.update("first", States.waiting(Priority.INTERACTIVE, T.plusSeconds(1), T));
        index.update("also-second", States.waiting(Priority.INTERACTIVE, T.plusSeconds(2), T));
        assertThat(drain(T)).containsExactly("first", "also-second", "second", "batch");
        assertThat(index.waiting().next()).isNull();
    }

    @Test
    void nobodyIsReadyTooSoon() {
        index.update("later", States.waiting(Priority.INTERACTIVE, T, T.plusSeconds(5)));
        assertThat(Lanes.first(index, T.plusSeconds(5).minusNanos(1))).isNull();
        assertThat(index.waiting().next()).isEqualTo(T.plusSeconds(5));
        assertThat(Lanes.first(index, T.plusSeconds(5))).isEqualTo("later");
        assertThat(index.waiting().next()).isEqualTo(Instant.MIN);
    }

    @Test
    void whoIsPostponedLetsOthersGoFirst() {
        index.update("first", States.waiting(Priority.INTERACTIVE, T, T));
        index.update("second", States.waiting(Priority.INTERACTIVE, T.plusSeconds(1), T));
        assertThat(Lanes.first(index, T)).isEqualTo("first");
        index.waiting().postpone("first", T.plusSeconds(3));
        assertThat(Lanes.first(index, T)).isEqualTo("second");
        assertThat(Lanes.first(index, T.plusSeconds(3))).isEqualTo("first");
    }

    @Test
    void onlyWhoWaitsCanBePostponed() {
        index.waiting().postpone("unknown", T);
        index.update("open", States.open(T.plusSeconds(92), T.plusSeconds(5)));
        index.waiting().postpone("open", T);
        assertThat(index.waiting().next()).isNull();
        assertThat(index.firstDue(Due.Kind.LOOK, T.plusSeconds(5))).isEqualTo("open");
    }

    @Test
    void oneVerificationMayHaveSeveralAppointments() {
        index.update(
                "r1",
                States.settled(
                        T,
                        States.cleanup(CancelReason.TIMED_OUT, Cleanup.Step.CANCEL, T.plusSeconds(4)),
                        States.cleanup(CancelReason.TIMED_OUT, Cleanup.Step.CANCEL, T.plusSeconds(2)),
                        States.cleanup(CancelReason.TIMED_OUT, Cleanup.Step.LOOK, T.plusSeconds(3))));
        index.update("r2", States.open(T.plusSeconds(92), T.plusSeconds(1)));
        assertThat(index.nextDue(Due.Kind.CANCEL_UNUSED)).isEqualTo(T.plusSeconds(2));
        assertThat(index.firstDue(Due.Kind.CANCEL_UNUSED, T.plusSeconds(1))).isNull();
        assertThat(index.firstDue(Due.Kind.CANCEL_UNUSED, T.plusSeconds(2))).isEqualTo("r1");
        assertThat(index.firstDue(Due.Kind.LOOK, T.plusSeconds(9))).isEqualTo("r2");
        assertThat(index.nextDue(Due.Kind.NO_CALL)).isEqualTo(T.plusSeconds(92));
        assertThat(index.withOrders()).containsExactlyInAnyOrder("r1", "r2");

        index.update("r1", States.settled(T));
        assertThat(index.nextDue(Due.Kind.CANCEL_UNUSED)).isNull();
        assertThat(index.withOrders()).containsExactly("r2");
    }

    @Test
    void whoFollowsIsToldOfOrdersAndOfEachChange() {
        Map<String, List<WatchedOrder>> watched = new TreeMap<>();
        List<String> told = new ArrayList<>();
        index.update("r1", States.open(T.plusSeconds(92), T.plusSeconds(1)));
        index.update("r2", States.settled(T));
        index.follow((requestId, orders) -> {
            watched.put(requestId, orders);
            told.add(requestId);
        });
        assertThat(watched).containsOnlyKeys("r1");
        assertThat(watched.get("r1")).extracting(WatchedOrder::orderId).containsExactly("o2");

        index.update("r1", States.open(T.plusSeconds(92), T.plusSeconds(6)));
        index.update("r2", States.open(T.plusSeconds(92), T.plusSeconds(6)));
        index.update("r1", States.settled(T));
        assertThat(told).as("what doesn't change is not told").containsExactly("r1", "r2", "r1");
        assertThat(watched.get("r1")).isEmpty();
    }

    @Test
    void dueCallsAreCountedUpToAsManyAsMatter() {
        Cleanup[] cleanups = IntStream.range(0, 5)
                .mapToObj(i -> States.cleanup(CancelReason.TIMED_OUT, Cleanup.Step.CANCEL, T.plusSeconds(i)))
                .toArray(Cleanup[]::new);
        for (int i = 0; i < cleanups.length; i++) {
            index.update("r" + i, States.settled(T, cleanups[i]));
        }
        assertThat(index.due(Due.Kind.CANCEL_UNUSED, T.plusSeconds(2), 10)).isEqualTo(3);
        assertThat(index.due(Due.Kind.CANCEL_UNUSED, T.plusSeconds(2), 2)).isEqualTo(2);
        assertThat(index.due(Due.Kind.CANCEL, T.plusSeconds(9), 10)).isZero();
    }

    @Test
    void createsUnderWayAreKnown() {
        State.Placing placing = States.placing(1);
        index.update("r1", placing);
        assertThat(index.placing()).containsOnly(Map.entry("r1", placing));
        index.update("r1", States.open(T.plusSeconds(92), T.plusSeconds(5)));
        assertThat(index.placing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void answersAsIfItLookedAtEverythingEachTime(long seed) {
        Random random = new Random(seed);
        NaiveIndex naive = new NaiveIndex();
        Instant now = T;
        for (int step = 0; step < 3_000; step++) {
            String id = "r" + random.nextInt(12);
            switch (random.nextInt(4)) {
                case 0 -> {
                    String ready = Lanes.first(index, now);
                    assertThat(ready).isEqualTo(naive.firstReady(now));
                    if (ready != null) {
                        Instant until = now.plusSeconds(random.nextInt(4));
                        index.waiting().postpone(ready, until);
                        naive.postpone(ready, until);
                    }
                }
                case 1 -> now = States.instant(random).isAfter(now) ? now.plusSeconds(1) : now;
                default -> {
                    State state = States.random(random);
                    index.update(id, state);
                    naive.update(id, state);
                }
            }
            naive.assertAgrees(index, now);
        }
        for (int id = 0; id < 12; id++) {
            index.update("r" + id, new State.Unknown());
        }
        new NaiveIndex().assertAgrees(index, T.plusSeconds(86_400));
    }

    private List<String> drain(Instant now) {
        List<String> order = new ArrayList<>();
        for (String next = Lanes.first(index, now); next != null; next = Lanes.first(index, now)) {
            order.add(next);
            index.update(next, new State.Unknown());
        }
        return order;
    }
}
