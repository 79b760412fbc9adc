package io.otpstream.streams.watch;

import static io.otpstream.streams.watch.WatchFixture.GAP;
import static io.otpstream.streams.watch.WatchFixture.INTERVAL;
import static io.otpstream.streams.watch.WatchFixture.order;
import static io.otpstream.streams.watch.WatchFixture.text;
import static io.otpstream.streams.watch.WatchFixture.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.lifecycle.WatchedOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TogetherWatchTest {

    private static final String ALL = "orders/active";
    private static final ApiError DOWN = new ApiError.ServerFailure(503);

    private final WatchFixture given = new WatchFixture();

    @AfterEach
    void nothingElseWasTold() {
        given.nothingElse();
    }

    @Test
    void nothingIsAskedWhileNothingIsWatched() {
        given.api.put(waiting("1"));
        given.after(INTERVAL.multipliedBy(3));
        assertThat(given.watch.next()).isNull();
        assertThat(given.api.asked()).isEmpty();
    }

    @Test
    void oneLookServesAllOrdersOfTheProcess() {
        for (int order = 1; order <= 50; order++) {
            given.placed("r" + order, Integer.toString(order));
        }
        assertThat(given.api.wakes())
                .as("only the first one is a reason to look sooner")
                .isEqualTo(1);
        given.after(INTERVAL.multipliedBy(4));
        assertThat(given.api.asked()).containsExactly(ALL, ALL, ALL, ALL);
    }

    @Test
    void aCodeIsToldOnceAndToThePartitionOfItsRequest() {
        given.placed("r1", "1");
        given.placed("r2", "2");
        given.api.put(text("2", 1, "847291"));
        given.after(INTERVAL);
        assertThat(given.toldOf("r2").otpCode()).isEqualTo("847291");
        given.after(INTERVAL.multipliedBy(2));
        given.nothingElse();

        given.api.put(text("2", 2, "111111"));
        given.after(INTERVAL);
        assertThat(given.toldOf("r2").smsRevision()).isEqualTo(2);
    }

    @Test
    void aTextWithoutACodeIsToldAndItsCodeLaterToo() {
        given.placed("r1", "1");
        given.api.put(text("1", 1, null));
        given.after(INTERVAL);
        assertThat(given.toldOf("r1").status()).isEqualTo(OrderStatus.TEXT_RECEIVED);
        given.api.put(text("1", 1, "847291"));
        given.after(INTERVAL);
        assertThat(given.toldOf("r1").otpCode()).isEqualTo("847291");
    }

    @Test
    void thatThereIsNothingYetIsRememberedAndNotTold() {
        given.placed("r1", "1");
        assertThat(given.post.lastSeen("1")).isEmpty();
        given.after(INTERVAL.multipliedBy(2));
        Sighting seen = given.post.lastSeen("1").orElseThrow();
        assertThat(seen.order().status()).isEqualTo(OrderStatus.WAITING);
        assertThat(seen.seenAt()).isEqualTo(given.now());
    }

    @Test
    void theLastLookIsToldEvenIfItFindsNothing() {
        given.placed("r1", "1");
        given.after(INTERVAL);
        given.post.mind("r1", List.of(new WatchedOrder("1", 0, true)));
        given.after(INTERVAL.multipliedBy(2));
        assertThat(given.toldOf("r1").status()).isEqualTo(OrderStatus.WAITING);
    }

    @Test
    void whatIsNoLongerMindedIsForgotten() {
        given.placed("r1", "1");
        given.placed("r2", "2");
        given.post.mind("r1", List.of());
        given.api.put(text("1", 1, "847291"));
        given.after(INTERVAL);
        given.post.close();
        given.api.asked();
        given.after(INTERVAL.multipliedBy(2));
        assertThat(given.api.asked()).isEmpty();
    }

    @Test
    void aTaskThatEndsLateEndsNoWatchOfItsSuccessor() {
        given.placed("r1", "1");
        OrderWatch.Post successor = given.watch.post(WatchFixture.PARTITION);
        successor.mind("r1", List.of(new WatchedOrder("1", 0, false)));
        given.post.close();
        given.api.put(text("1", 1, "847291"));
        given.after(INTERVAL);
        assertThat(given.toldOf("r1").otpCode()).isEqualTo("847291");
    }

    @Test
    void whatATaskKnowsWhenItStartsIsNotToldAgain() {
        given.api.put(text("1", 1, null));
        given.post.mind("r1", List.of(new WatchedOrder("1", 1, false)));
        given.after(INTERVAL.multipliedBy(2));
        assertThat(given.post.lastSeen("1")).isPresent();
    }

    @Test
    void fewAbsentOrdersAreLookedAtOneByOne() {
        given.placed("r1", "1");
        given.placed("r2", "2");
        given.placed("r3", "3");
        given.api.put(order("1", OrderStatus.COMPLETED, 1, "847291"));
        given.api.put(order("2", OrderStatus.EXPIRED, 0, null));
        given.api.remove("3");
        given.after(INTERVAL);
        assertThat(given.api.asked()).containsExactly(ALL, "orders/1", "orders/2", "orders/3");
        assertThat(given.toldOf("r1").otpCode()).isEqualTo("847291");
        assertThat(given.toldOf("r2").status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(given.toldOf("r3").status())
                .as("what the API doesn't know is gone")
                .isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void manyAbsentOrdersAreListed() {
        IntStream.rangeClosed(1, 250).forEach(order -> given.placed("r" + order, Integer.toString(order)));
        IntStream.rangeClosed(151, 250)
                .forEach(order -> given.api.put(order(Integer.toString(order), OrderStatus.EXPIRED, 0, null)));
        given.after(INTERVAL);
        assertThat(given.api.asked()).containsExactly(ALL, "orders/from/0");
        for (int order = 250; order > 150; order--) {
            assertThat(given.toldOf("r" + order).status()).isEqualTo(OrderStatus.EXPIRED);
        }
    }

    @Test
    void pagesAreReadWhileSomeAreMissing() {
        IntStream.rangeClosed(1, 250).forEach(order -> given.api.put(waiting(Integer.toString(order))));
        for (String order : List.of("1", "2", "149", "150")) {
            given.minds("r" + order, order);
            given.api.put(order(order, OrderStatus.CANCELLED, 0, null));
        }
        given.after(INTERVAL);
        assertThat(given.api.asked()).containsExactly(ALL, "orders/from/0", "orders/from/100", "orders/from/200");
        for (String order : List.of("150", "149", "2", "1")) {
            assertThat(given.toldOf("r" + order).status()).isEqualTo(OrderStatus.CANCELLED);
        }
    }

    @Test
    void howManyPagesAreReadIsBounded() {
        IntStream.rangeClosed(1, 700).forEach(order -> given.api.put(waiting(Integer.toString(order))));
        for (int order = 1; order <= 12; order++) {
            given.minds("r" + order, Integer.toString(order));
            given.api.put(order(Integer.toString(order), OrderStatus.EXPIRED, 0, null));
        }
        given.after(INTERVAL);
        List<String> asked = given.api.asked();
        assertThat(asked).filteredOn(call -> call.startsWith("orders/from/")).hasSize(5);
        assertThat(asked).as("with ten looks one by one").hasSize(1 + 5 + 10);
        for (int left = 0; left < 10; left++) {
            assertThat(given.told().seen().order().status()).isEqualTo(OrderStatus.EXPIRED);
        }
    }

    @Test
    void anOrderThatIsWatchedOnlySinceTheQuestionLeftIsNotMissedInItsAnswer() {
        given.placed("r1", "1");
        given.after(INTERVAL.minusMillis(500));
        given.watch.run(given.now().plusMillis(500));
        given.minds("r2", "2");
        given.api.send();
        assertThat(given.api.asked()).containsExactly(ALL);
    }

    @Test
    void whileTheApiDoesNotTellOfAllEachIsLookedAtByItself() {
        given.placed("r1", "1");
        given.placed("r2", "2");
        given.api.failActive(DOWN);
        given.after(INTERVAL);
        given.after(GAP);
        assertThat(given.api.asked()).startsWith(ALL).contains("orders/1", "orders/2");

        given.api.put(text("2", 1, "847291"));
        given.after(GAP);
        assertThat(given.toldOf("r2").otpCode()).isEqualTo("847291");

        given.api.failActive(null);
        given.after(INTERVAL);
        given.api.asked();
        given.after(INTERVAL.multipliedBy(2));
        assertThat(given.api.asked()).containsExactly(ALL, ALL);
    }

    @Test
    void noOrderIsLookedAtByItselfSoonerThanTheGap() {
        given.placed("r1", "1");
        given.api.failActive(DOWN);
        given.after(GAP.multipliedBy(6));
        assertThat(given.api.asked().stream().filter("orders/1"::equals).count())
                .isBetween(4L, 6L);
    }

    @Test
    void toBeToldToComeBackLaterIsNoReasonToLookAtEach() {
        given.placed("r1", "1");
        given.api.failActive(new ApiError.RateLimited(Duration.ofSeconds(2)));
        given.after(INTERVAL.multipliedBy(3));
        assertThat(given.api.asked()).containsOnly(ALL);
    }

    @Test
    void whatIsPushedIsToldAtOnceAndNotAgainByTheNextLook() {
        given.placed("r1", "1");
        Instant received = given.now();
        given.api.put(text("1", 1, "847291"));
        given.watch.pushed(pushed(PushedEvent.Kind.OTP_RECEIVED, "1", 1, "847291"));
        WatchFixture.Told told = given.told();
        assertThat(told.seen().order().otpCode()).isEqualTo("847291");
        assertThat(told.seen().seenAt()).isEqualTo(received);
        given.after(INTERVAL.multipliedBy(2));
    }

    @Test
    void whatIsPushedTwiceOrLateChangesNothing() {
        given.placed("r1", "1");
        PushedEvent first = pushed(PushedEvent.Kind.OTP_RECEIVED, "1", 1, "111111");
        PushedEvent second = pushed(PushedEvent.Kind.OTP_RECEIVED, "1", 2, "222222");
        given.watch.pushed(second);
        given.watch.pushed(first);
        given.watch.pushed(second);
        assertThat(given.toldOf("r1").otpCode()).isEqualTo("222222");
    }

    @Test
    void theEndOfAnOrderIsPushed() {
        given.placed("r1", "1");
        given.placed("r2", "2");
        given.placed("r3", "3");
        given.watch.pushed(pushed(PushedEvent.Kind.EXPIRED, "1", null, null));
        given.watch.pushed(pushed(PushedEvent.Kind.CANCELED, "2", null, null));
        given.watch.pushed(pushed(PushedEvent.Kind.COMPLETED, "3", null, "847291"));
        assertThat(given.toldOf("r1").status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(given.toldOf("r2").status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(given.toldOf("r3").status()).isEqualTo(OrderStatus.COMPLETED);
        // A look that left before says that they are open.
        given.after(INTERVAL);
    }

    @Test
    void whatIsPushedBeforeTheCreateIsAnsweredIsToldWhenItIs() {
        given.watch.pushed(pushed(PushedEvent.Kind.COMPLETED, "1", null, "847291"));
        given.watch.pushed(pushed(PushedEvent.Kind.OTP_RECEIVED, "1", 1, "847291"));
        given.nothingElse();
        given.minds("r1", "1");
        assertThat(given.toldOf("r1").status()).as("its text first").isEqualTo(OrderStatus.TEXT_RECEIVED);
        assertThat(given.toldOf("r1").status()).isEqualTo(OrderStatus.COMPLETED);
    }

    private PushedEvent pushed(
            PushedEvent.Kind kind, String orderId, @Nullable Integer revision, @Nullable String code) {
        return PushedEvent.of(kind, orderId, revision, code, code, given.now());
    }
}
