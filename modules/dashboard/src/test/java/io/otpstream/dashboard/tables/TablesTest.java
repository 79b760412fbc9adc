package io.otpstream.dashboard.tables;

import static io.otpstream.dashboard.tables.TableFixture.NOW;
import static io.otpstream.dashboard.tables.TableFixture.indonesia;
import static io.otpstream.dashboard.tables.TableFixture.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.Alert;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.Severity;
import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.Topics;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {

    private final TableFixture given = new TableFixture(1);

    @Test
    void theLastValueOfAKeyCounts() {
        given.row(Topics.SUCCESS_RATES, "6", indonesia(1)).row(Topics.SUCCESS_RATES, "6", indonesia(2));

        assertThat(given.tables().countries()).singleElement().isEqualTo(indonesia(2));
    }

    @Test
    void aTombstoneTakesARowAway() {
        given.row(Topics.SUCCESS_RATES, "6", indonesia(1)).tombstone(Topics.SUCCESS_RATES, "6");

        assertThat(given.tables().countries()).isEmpty();
    }

    @Test
    void aBrokenRecordLeavesTheRestAsItWas() {
        given.row(Topics.SUCCESS_RATES, "6", indonesia(1))
                .raw(Topics.SUCCESS_RATES, "6", "{")
                .raw(Topics.SUCCESS_RATES, "7", "{\"country_id\": \"seven\"}")
                .raw(Topics.ORDERS, "r1", "[]")
                .raw(Topics.ALERTS, "k", "null");

        assertThat(given.tables().countries()).containsExactly(indonesia(1));
        assertThat(given.tables().alerts().active()).isEmpty();
    }

    @Test
    void aWordOfALaterVersionIsRead() {
        given.raw(Topics.ALERTS, "k", """
                {"kind": "k", "message": "m", "at": "2026-03-01T10:00:00Z", "severity": "mauve", "state": "paused"}""");

        assertThat(given.tables().alerts().active()).extracting(Alert::kind).containsExactly("k");
    }

    @Test
    void hoursAreFoundByWhenTheyBegin() {
        SuccessRates hour =
                SuccessRates.of(6, NOW).hour(NOW.truncatedTo(ChronoUnit.HOURS)).build();
        given.row(Topics.SUCCESS_RATES_BY_HOUR, "6/x", hour);

        assertThat(given.tables().hours(NOW.minus(Duration.ofHours(1)), NOW)).containsExactly(hour);
        assertThat(given.tables().hours(NOW.minus(Duration.ofMinutes(5)), NOW)).isEmpty();
    }

    @Test
    void anAlertIsActiveUntilItIsClearedForTheSameSubject() {
        given.raised("no_stock", "6", Severity.WARNING, NOW)
                .raised("no_stock", "8", Severity.CRITICAL, NOW.minusSeconds(9))
                .raised("balance_low", "x", Severity.INFO, NOW)
                .cleared("no_stock", "6", NOW.plusSeconds(1));

        assertThat(given.tables().alerts().active()).extracting(Alert::subject).containsExactly("8", "x");
        assertThat(given.tables().alerts().recent()).extracting(Alert::message).containsExactly("It is over.");
    }

    @Test
    void noMoreAlertsAreKeptThanAPersonCanRead() {
        for (int i = 0; i < 2_000; i++) {
            given.raised("in_doubt", "r" + i, Severity.WARNING, NOW.plusSeconds(i));
        }

        Alerts alerts = given.tables().alerts();
        assertThat(alerts.active())
                .hasSize(500)
                .first()
                .extracting(Alert::subject)
                .isEqualTo("r1999");
        assertThat(alerts.recent()).hasSize(100);
    }

    @Test
    void anOrderIsOpenFromPlacedToItsEnd() {
        given.event(order(OrderEventType.PLACED, "r1", NOW.minusSeconds(50)))
                .event(order(OrderEventType.PLACED, "r2", NOW.minusSeconds(40)))
                .event(order(OrderEventType.PLACED, "r3", NOW.minusSeconds(30)))
                .event(order(OrderEventType.COMPLETED, "r1", NOW.minusSeconds(20)))
                .event(order(OrderEventType.CANCELLED, "r2", NOW));

        LastHour hour = given.tables().lastHour();
        assertThat(hour.open()).isEqualTo(1);
        assertThat(hour.all()).isEqualTo(new LastHour.Minute(0, 3, 0, 1, 1, null, null));
    }

    @Test
    void codesAreCountedInTheirMinutesWithTheirTimes() {
        completed("r1", 130, 10);
        completed("r2", 20, 20);
        completed("r3", 10, 40);

        assertThat(given.tables().lastHour().minutes())
                .containsExactly(
                        new LastHour.Minute(2, 0, 0, 1, 0, 10.0, 10.0), new LastHour.Minute(0, 0, 0, 2, 0, 20.0, 40.0));
    }

    @Test
    void timeRunsFromWhenTheTextWasTriggered() {
        given.event(order(OrderEventType.COMPLETED, "r1", NOW)
                .placedAt(NOW.minusSeconds(60))
                .textRequestedAt(NOW.minusSeconds(7))
                .seenAt(NOW));

        assertThat(given.tables().lastHour().all().p50SecondsToCode()).isEqualTo(7.0);
    }

    @Test
    void whatIsOlderThanAnHourIsForgotten() {
        given.event(order(OrderEventType.PLACED, "r1", NOW)).event(order(OrderEventType.REFUSED, "r2", NOW));

        given.now(NOW.plus(Duration.ofMinutes(62)));

        assertThat(given.tables().lastHour())
                .isEqualTo(new LastHour(0, new LastHour.Minute(0, 0, 0, 0, 0, null, null), List.of()));
    }

    @Test
    void aFasterWorldHasShorterMinutesAndLongerSeconds() {
        TableFixture fast = new TableFixture(10);
        fast.event(order(OrderEventType.COMPLETED, "r1", NOW.minusSeconds(12))
                .placedAt(NOW.minusSeconds(15))
                .seenAt(NOW.minusSeconds(12)));

        assertThat(fast.tables().lastHour().minutes()).containsExactly(new LastHour.Minute(2, 0, 0, 1, 0, 30.0, 30.0));
        assertThat(fast.tables().orderSpan()).isEqualTo(Duration.ofMinutes(6));
    }

    private void completed(String id, long secondsAgo, long secondsToCode) {
        given.event(order(OrderEventType.COMPLETED, id, NOW.minusSeconds(secondsAgo))
                .placedAt(NOW.minusSeconds(secondsAgo + secondsToCode))
                .seenAt(NOW.minusSeconds(secondsAgo)));
    }
}
