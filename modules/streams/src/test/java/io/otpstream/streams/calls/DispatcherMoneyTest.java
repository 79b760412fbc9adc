package io.otpstream.streams.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.Balance;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who reads the balance, and what holds orders although there is money: caps, and people. */
class DispatcherMoneyTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final DispatcherFixture fixture = new DispatcherFixture();

    @AfterEach
    void stop() {
        fixture.close();
        assertThat(fixture.deaths).isEmpty();
    }

    @Test
    void theCheckOfTheTokenIsAReading() {
        fixture.open();
        assertThat(fixture.fleet.balances).containsExactly(1_000_000L);
    }

    @Test
    void theProcessOnDutyReadsWithAPermitAndTellsTheOthers() {
        fixture.open();
        fixture.api.balances.succeed(new Balance("IDR", 900_000));
        fixture.dispatcher.watchBalance(true);
        await().until(() -> fixture.fleet.balances.contains(900_000L));

        fixture.api.balances.succeed(new Balance("IDR", 800_000));
        fixture.after(DispatcherFixture.BALANCE_INTERVAL);
        fixture.dispatcher.fleetWorked(fixture.time());

        await().until(() -> fixture.fleet.balances.contains(800_000L));
        assertThat(fixture.fleet.balances).containsExactly(1_000_000L, 900_000L, 800_000L);
        assertThat(fixture.fleet.sent).containsExactly(CallKind.CONTROL, CallKind.CONTROL, CallKind.CONTROL);
    }

    @Test
    void aReadingThatFailsIsTakenAgainAndClosesNothing() {
        fixture.open();
        fixture.api.balances.fail(new ApiError.NoAnswer("timed out"));
        fixture.dispatcher.watchBalance(true);
        await().until(() -> fixture.api.callIds().size() == 2);

        fixture.api.balances.succeed(new Balance("IDR", 800_000));
        fixture.after(DispatcherFixture.BALANCE_INTERVAL);
        fixture.dispatcher.fleetWorked(fixture.time());

        await().until(() -> fixture.fleet.balances.contains(800_000L));
        assertThat(fixture.admits(CallKind.CREATE)).isTrue();
    }

    @Test
    void aCapHoldsNewOrdersAlone() {
        fixture.open();
        Instant end = fixture.time().plus(HOUR);
        fixture.dispatcher.capSpend(end);

        assertThat(fixture.admits(CallKind.CREATE)).isFalse();
        assertThat(fixture.admits(CallKind.LOOK)).isTrue();
        assertThat(fixture.admits(CallKind.CANCEL)).isTrue();
        assertThat(fixture.news).endsWith(new GateNews.Capped(end));

        fixture.after(HOUR);
        assertThat(fixture.promiseInTime(CallKind.CREATE)).as("by itself").isNotNull();
    }

    @Test
    void peopleHoldNewOrdersAloneForAsLongAsTheyLike() {
        fixture.open();
        OperatorWord.Stop stop = new OperatorWord.Stop(fixture.time(), "ada", null);
        fixture.dispatcher.heed(stop);
        fixture.after(HOUR.multipliedBy(1_000));
        fixture.lease(1_000);
        fixture.after(Duration.ofSeconds(1));

        assertThat(fixture.admits(CallKind.CREATE)).isFalse();
        assertThat(fixture.admits(CallKind.LOOK)).isTrue();
        assertThat(fixture.admits(CallKind.CANCEL)).isTrue();
        assertThat(fixture.dispatcher.state().ordersPausedSince()).isEqualTo(stop.since());

        fixture.dispatcher.heed(new OperatorWord.Go());
        assertThat(fixture.admits(CallKind.CREATE)).isTrue();
        assertThat(fixture.dispatcher.state().ordersPausedSince()).isNull();
    }

    @Test
    void refundsLetOrdersGoOnBefore() {
        fixture.open();
        fixture.dispatcher.capSpend(fixture.time().plus(HOUR));
        assertThat(fixture.admits(CallKind.CREATE)).isFalse();

        fixture.dispatcher.capSpend(fixture.time());

        assertThat(fixture.admits(CallKind.CREATE)).isTrue();
    }
}
