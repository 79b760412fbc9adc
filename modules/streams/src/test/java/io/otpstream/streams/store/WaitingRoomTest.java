package io.otpstream.streams.store;

import static io.otpstream.streams.store.States.T;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otpstream.domain.lifecycle.CountryChoice;
import io.otpstream.domain.lifecycle.Priority;
import io.otpstream.domain.lifecycle.Request;
import io.otpstream.domain.plan.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Requests of several tenants that wait for an order. */
class WaitingRoomTest {

    private static final Lane SHOP = new Lane(Priority.INTERACTIVE, "shop");
    private static final Lane SHOP_BATCH = new Lane(Priority.BATCH, "shop");
    private static final Lane QA = new Lane(Priority.INTERACTIVE, "qa");
    private static final Lane NOBODY = new Lane(Priority.INTERACTIVE, "");

    private final WaitingRoom room = new WaitingRoom();

    @Test
    void anEmptyRoomHasNoLanes() {
        assertThat(room.lanes(T)).isEmpty();
        assertThat(room.next()).isNull();
        assertThat(room.oldest()).isNull();
        assertThat(room.count(Priority.BATCH)).isZero();
        assertThatThrownBy(() -> room.firstOf(SHOP)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyTenantAndPriorityIsALaneWithAnOrderOfItsOwn() {
        add("shop-2", SHOP, 2);
        add("shop-1", SHOP, 1);
        add("shop-batch", SHOP_BATCH, 0);
        add("qa-4", QA, 4);
        add("qa-3", QA, 3);
        add("unnamed", NOBODY, 5);
        assertThat(room.lanes(T)).containsExactlyInAnyOrder(SHOP, SHOP_BATCH, QA, NOBODY);
        assertThat(room.firstOf(SHOP).requestId()).isEqualTo("shop-1");
        assertThat(room.firstOf(SHOP_BATCH).requestId()).isEqualTo("shop-batch");
        assertThat(room.firstOf(QA).requestId()).isEqualTo("qa-3");
        assertThat(room.firstOf(NOBODY).requestId()).isEqualTo("unnamed");
        assertThat(room.count(Priority.INTERACTIVE)).isEqualTo(5);
        assertThat(room.count(Priority.BATCH)).isEqualTo(1);
        assertThat(room.oldest()).isEqualTo(T);
    }

    @Test
    void whoLeavesLeavesItsLaneToTheNextAndTheLastOneClosesIt() {
        add("first", SHOP, 1);
        add("second", SHOP, 2);
        add("other", QA, 3);
        assertThat(room.lanes(T)).containsExactlyInAnyOrder(SHOP, QA);
        room.remove("first");
        assertThat(room.firstOf(SHOP).requestId()).isEqualTo("second");
        assertThat(room.oldest()).isEqualTo(T.plusSeconds(2));
        room.remove("second");
        room.remove("unknown");
        assertThat(room.lanes(T)).containsExactly(QA);
        assertThat(room.count(Priority.INTERACTIVE)).isEqualTo(1);
    }

    @Test
    void whoIsNextIsToldForSeveralPlaces() {
        add("third", SHOP, 3);
        add("first", SHOP, 1);
        add("other", QA, 0);
        add("second", SHOP, 2);
        assertThat(room.lanes(T)).contains(SHOP);
        assertThat(room.firstOf(SHOP, 2)).extracting(WaitingRequest::requestId).containsExactly("first", "second");
        assertThat(room.firstOf(SHOP, 9)).hasSize(3);
    }

    @Test
    void aLaneOpensWhenItsFirstOneMayBeOrdered() {
        room.add("later", request(SHOP, T), T.plusSeconds(5));
        add("now", QA, 0);
        assertThat(room.lanes(T.plusSeconds(5).minusNanos(1))).containsExactly(QA);
        room.remove("now");
        assertThat(room.next()).isEqualTo(T.plusSeconds(5));
        assertThat(room.oldest()).as("it isn't ready").isNull();
        assertThat(room.lanes(T.plusSeconds(5))).containsExactly(SHOP);
        assertThat(room.next()).isEqualTo(Instant.MIN);
    }

    @Test
    void whoIsPostponedLetsItsLanePassAndComesBackToItsTurn() {
        add("first", SHOP, 1);
        add("second", SHOP, 2);
        assertThat(room.lanes(T)).containsExactly(SHOP);
        room.postpone("first", T.plusSeconds(3));
        assertThat(room.firstOf(SHOP).requestId()).isEqualTo("second");
        room.postpone("second", T.plusSeconds(4));
        assertThat(room.lanes(T)).isEmpty();
        assertThat(room.next()).isEqualTo(T.plusSeconds(3));
        assertThat(room.count(Priority.INTERACTIVE)).as("they wait still").isEqualTo(2);
        assertThat(room.lanes(T.plusSeconds(4))).containsExactly(SHOP);
        assertThat(room.firstOf(SHOP).requestId()).isEqualTo("first");
    }

    @Test
    void whoIsPostponedTwiceWaitsForTheLastTimeThatWasSaid() {
        add("r", SHOP, 0);
        room.postpone("r", T.plusSeconds(9));
        room.postpone("r", T.plusSeconds(2));
        assertThat(room.next()).isEqualTo(T.plusSeconds(2));
        room.remove("r");
        assertThat(room.lanes(T.plusSeconds(10))).isEmpty();
        assertThat(room.next()).isNull();
    }

    @Test
    void lanesAreAsTheyWereWhenTheyWereAskedFor() {
        add("r", SHOP, 0);
        var before = room.lanes(T);
        room.remove("r");
        assertThat(before).containsExactly(SHOP);
    }

    private void add(String requestId, Lane lane, int second) {
        room.add(requestId, request(lane, T.plusSeconds(second)), T);
    }

    private static Request request(Lane lane, Instant requestedAt) {
        @Nullable String tenant = lane.tenant().isEmpty() ? null : lane.tenant();
        return new Request(
                1,
                List.of(6),
                null,
                Duration.ofSeconds(90),
                1,
                requestedAt,
                T.plusSeconds(86_400),
                lane.priority(),
                tenant,
                List.of(),
                CountryChoice.LISTED,
                false);
    }
}
