package io.otpstream.streams.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Balance;
import io.otpstream.streams.calls.GateNews.Closed;
import io.otpstream.streams.calls.GateNews.Opened;
import io.otpstream.streams.calls.OrderGate.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When orders stop, and when they go on. */
class OrderGateTest {

    private static final long PRICE = 3_500;
    private static final int FAILURES_THAT_MEAN_DOWN = 5;

    private final List<GateNews> news = new ArrayList<>();
    private final OrderGate gate = new OrderGate(1, news::add);
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void isClosedUntilTheTokenWasChecked() {
        assertThat(gate.isOpen()).isFalse();
        assertThat(gate.nextCheck()).isEqualTo(Instant.MIN);
        assertThat(gate.takeCheck(now)).isTrue();
        assertThat(gate.takeCheck(now)).as("one check at a time").isFalse();
        assertThat(gate.nextCheck()).isNull();

        balanceIs(0);

        assertThat(gate.isOpen()).isTrue();
        assertThat(gate.nextCheck()).isNull();
        assertThat(gate.takeCheck(now)).isFalse();
        assertThat(news).containsExactly(new Opened(Cause.UNCHECKED, false));
    }

    @Test
    void whatAnotherProcessSaysClosesAGateThatIsOpenAndIsNotPassedOn() {
        assertThat(gate.takeCheck(now)).isTrue();
        balanceIs(0);
        news.clear();

        gate.onPauseElsewhere(Cause.NO_BALANCE, PRICE, now);
        gate.onPauseElsewhere(Cause.API_DOWN, 0, now);

        assertThat(news).containsExactly(new GateNews.ClosedElsewhere(Cause.NO_BALANCE));
        now = now.plusSeconds(5);
        assertThat(gate.takeCheck(now)).isTrue();
        balanceIs(PRICE - 1);
        assertThat(gate.isOpen())
                .as("not enough for the order that the other could not pay")
                .isFalse();
    }

    @Test
    void aFailedFirstCheckIsRepeatedWhileOrdersAreWanted() {
        assertThat(gate.takeCheck(now)).isTrue();
        checkFails();
        assertThat(gate.isOpen()).isFalse();
        assertThat(gate.nextCheck()).as("nobody wants an order").isNull();

        gate.wanted();

        assertThat(gate.nextCheck()).isEqualTo(now.plusSeconds(5));
        assertThat(gate.takeCheck(now.plusSeconds(5).minusNanos(1))).isFalse();
        assertThat(gate.takeCheck(now.plusSeconds(5))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void aRejectedTokenCloses(ApiError rejection) {
        open();
        gate.onAnswer(rejection, now);
        assertThat(gate.isOpen()).isFalse();
        assertThat(news).containsExactly(new Closed(Cause.TOKEN_REJECTED, 0));
    }

    static Stream<ApiError> rejections() {
        return Stream.of(new ApiError.Unauthorized(), new ApiError.Forbidden());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void fiveFailuresInARowMeanThatTheApiIsDown(ApiError failure) {
        open();
        for (int i = 1; i < FAILURES_THAT_MEAN_DOWN; i++) {
            gate.onAnswer(failure, now);
        }
        assertThat(gate.isOpen()).isTrue();
        gate.onAnswer(failure, now);
        assertThat(gate.isOpen()).isFalse();
        assertThat(news).containsExactly(new Closed(Cause.API_DOWN, 0));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void anyOtherAnswerEndsTheRow(ApiError failure) {
        open();
        for (int i = 1; i < FAILURES_THAT_MEAN_DOWN; i++) {
            gate.onAnswer(failure, now);
        }
        gate.onAnswer(null, now);
        for (int i = 1; i < FAILURES_THAT_MEAN_DOWN; i++) {
            gate.onAnswer(failure, now);
        }
        gate.onAnswer(new ApiError.OrderNotFound(), now);
        gate.onAnswer(failure, now);
        assertThat(gate.isOpen()).isTrue();
        assertThat(news).isEmpty();
    }

    static Stream<ApiError> failures() {
        return Stream.of(
                new ApiError.ServerFailure(502),
                new ApiError.NoAnswer("timed out"),
                new ApiError.NotSent("no connection"),
                new ApiError.Unreadable(200, "not JSON"));
    }

    @Test
    void whatConcernsOneOrderClosesNothing() {
        open();
        for (int i = 0; i < 2 * FAILURES_THAT_MEAN_DOWN; i++) {
            gate.onAnswer(new ApiError.ProductUnavailable(), now);
            gate.onAnswer(new ApiError.OrderNotFound(), now);
            gate.onAnswer(new ApiError.InvalidParameters("country_id"), now);
            gate.onAnswer(new ApiError.OtherRejection(418, null, ""), now);
            gate.onAnswer(new ApiError.RateLimited(null), now);
        }
        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    void withoutMoneyItOpensWhenTheBalanceCoversTheOrder() {
        open();
        gate.onInsufficientBalance(PRICE, now);
        assertThat(news).containsExactly(new Closed(Cause.NO_BALANCE, PRICE));

        check();
        balanceIs(PRICE - 1);
        assertThat(gate.isOpen()).isFalse();
        check();
        balanceIs(PRICE - 1);
        assertThat(gate.isOpen()).isFalse();
        check();
        balanceIs(PRICE);
        assertThat(gate.isOpen()).isTrue();
        assertThat(news).containsExactly(new Closed(Cause.NO_BALANCE, PRICE), new Opened(Cause.NO_BALANCE, false));
    }

    @Test
    void aRisenBalanceMayCoverACheaperOrder() {
        open();
        gate.onInsufficientBalance(PRICE, now);
        check();
        balanceIs(1_000);
        check();
        balanceIs(1_001);
        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    void aFallenBalanceCoversNothing() {
        open();
        gate.onInsufficientBalance(PRICE, now);
        check();
        balanceIs(1_000);
        check();
        balanceIs(999);
        assertThat(gate.isOpen()).isFalse();
    }

    @Test
    void theSameCauseIsToldOnceAndAnotherOneTakesOver() {
        open();
        gate.onInsufficientBalance(PRICE, now);
        gate.onInsufficientBalance(PRICE, now);
        gate.onAnswer(new ApiError.Unauthorized(), now);
        gate.onAnswer(new ApiError.Unauthorized(), now);
        check();
        balanceIs(0);
        assertThat(news)
                .containsExactly(
                        new Closed(Cause.NO_BALANCE, PRICE),
                        new Closed(Cause.TOKEN_REJECTED, 0),
                        new Opened(Cause.TOKEN_REJECTED, false));
    }

    @Test
    void pausesBetweenChecksGrowToHalfAMinute() {
        open();
        gate.onAnswer(new ApiError.Unauthorized(), now);
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            pauses.add(check());
            checkFails();
        }
        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(5L, 10L, 15L, 20L, 25L, 30L, 30L, 30L);
    }

    @Test
    void aFasterWorldHasShorterPauses() {
        OrderGate fast = new OrderGate(10, news::add);
        assertThat(fast.takeCheck(now)).isTrue();
        fast.onBalance(new ApiResult.Success<>(new Balance("IDR", PRICE)), now);
        fast.onAnswer(new ApiError.Forbidden(), now);
        assertThat(fast.nextCheck()).isEqualTo(now.plusMillis(500));
    }

    /** The balance can be read, orders are forbidden: each try costs a request, so tries become rare. */
    @Test
    void aTokenThatMayReadButNotOrderIsTriedMoreAndMoreRarely() {
        open();
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            gate.onAnswer(new ApiError.Forbidden(), now);
            pauses.add(check());
            balanceIs(1_000_000);
            assertThat(gate.isOpen()).isTrue();
        }
        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(5L, 10L, 15L, 20L);
    }

    @Test
    void anOrderThatWasPlacedMakesPausesShortAgain() {
        open();
        for (int i = 0; i < 4; i++) {
            gate.onAnswer(new ApiError.Forbidden(), now);
            check();
            balanceIs(1_000_000);
        }
        gate.onOrderPlaced();
        gate.onAnswer(new ApiError.Forbidden(), now);
        assertThat(check()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void withoutWaitingRequestsThereAreNoChecks() {
        open();
        gate.onAnswer(new ApiError.Forbidden(), now);
        check();
        checkFails();
        assertThat(gate.nextCheck()).isNull();
        assertThat(gate.takeCheck(now.plus(Duration.ofDays(1)))).isFalse();
        gate.wanted();
        assertThat(gate.takeCheck(now.plus(Duration.ofDays(1)))).isTrue();
    }

    @Test
    void aSpentCapHoldsOrdersUntilItsTimeWhateverTheBalance() {
        open();
        Instant end = now.plusSeconds(60);

        gate.onSpendCap(end, now);
        gate.onSpendCap(end, now);

        assertThat(gate.isOpen()).as("no check would help").isTrue();
        assertThat(gate.isCapped(end.minusMillis(1))).isTrue();
        assertThat(gate.isCapped(end)).isFalse();
        assertThat(news).containsExactly(new GateNews.Capped(end));
    }

    @Test
    void aTimeThatIsPastEndsTheCap() {
        open();
        gate.onSpendCap(now.plusSeconds(60), now);
        gate.onSpendCap(now, now);

        assertThat(gate.isCapped(now)).isFalse();
        assertThat(news).containsExactly(new GateNews.Capped(now.plusSeconds(60)), new GateNews.Uncapped());
    }

    private void open() {
        assertThat(gate.takeCheck(now)).isTrue();
        balanceIs(PRICE);
        news.clear();
    }

    /** Lets time pass until the next check begins, and says how much that was. */
    private Duration check() {
        gate.wanted();
        Instant next = Objects.requireNonNull(gate.nextCheck(), "no check is due");
        assertThat(next).isAfter(now);
        assertThat(gate.takeCheck(next.minusNanos(1))).isFalse();
        assertThat(gate.takeCheck(next)).isTrue();
        Duration pause = Duration.between(now, next);
        now = next;
        return pause;
    }

    private void checkFails() {
        gate.onBalance(new ApiResult.Failure<>(new ApiError.NoAnswer("timed out")), now);
    }

    private void balanceIs(long idr) {
        gate.onBalance(new ApiResult.Success<>(new Balance("IDR", idr)), now);
    }
}
