package io.otpstream.streams.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.Alert;
import io.otpstream.contract.BalanceStatement;
import io.otpstream.contract.Money;
import io.otpstream.contract.PriceSource;
import io.otpstream.domain.money.SpendCaps;
import io.otpstream.streams.fleet.Pause;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the account. */
class MoneyWatchTest {

    private static final long PRICE = 3_500;
    private static final Instant START = Instant.parse("2026-03-01T09:10:00Z");
    private static final Instant NEXT_HOUR = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-03-02T00:00:00Z");

    @TempDir
    Path stateDir;

    private MoneyFixture given;

    @BeforeEach
    void start() {
        given = new MoneyFixture(stateDir, MoneyFixture.NO_RULES, START);
    }

    @AfterEach
    void stop() {
        given.close();
    }

    @Test
    void aStatementSaysWhereTheMoneyWent() {
        given.settled(100_000).after(10);
        Instant first = given.placed(PRICE);
        Instant second = given.placed(5_000);
        given.after(30).completed(first, PRICE);
        given.refunded(second, 5_000);
        given.after(30).settled(106_500);

        assertThat(given.statement())
                .isEqualTo(new BalanceStatement(
                        Instant.parse("2026-03-01T09:00:00Z"),
                        START,
                        START.plusSeconds(160),
                        100_000,
                        10_000,
                        8_500,
                        5_000,
                        106_500,
                        0,
                        0,
                        Money.IDR,
                        PriceSource.CATALOG));
        given.noAlert();
    }

    @Test
    void everyHourHasItsStatement() {
        given.settled(100_000).after(Duration.ofHours(1)).settled(99_000 + 1_000);
        assertThat(given.statementKeys()).containsExactly("2026-03-01T09:00:00Z", "2026-03-01T10:00:00Z");
    }

    @Test
    void oneReadingAloneSettlesNothing() {
        given.read(100_000).after(60).read(100_000);
        given.noStatement();
    }

    @Test
    void aReadingThatIsNotOursIsLeftOut() {
        given.readGarbage();
        given.settled(100_000);
        assertThat(given.statement().closingIdr()).isEqualTo(100_000);
    }

    @Test
    void whoeverElseUsesTheTokenIsReportedOnce() {
        given.settled(100_000).after(60).read(100_000 - PRICE);
        given.noAlert();
        given.after(60).read(100_000 - PRICE);
        given.noAlert();
        given.after(60).read(100_000 - PRICE);

        Alert alert = given.raised("balance_unexplained");
        assertThat(alert.message()).contains("3500 IDR", "Somebody else", "prices", "in doubt");
        assertThat(given.statement().unexplainedIdr()).isEqualTo(-PRICE);
        given.after(60).settled(100_000 - 2 * PRICE);
        given.noAlert();
    }

    @Test
    void theReportIsClearedWhenAWholeHourIsExplained() {
        given.settled(100_000).after(60).settled(100_000 - PRICE);
        assertThat(given.raised("balance_unexplained")).isNotNull();

        given.after(Duration.ofHours(1)).settled(100_000 - PRICE);
        given.noAlert();
        given.after(Duration.ofHours(1)).settled(100_000 - PRICE);
        given.cleared("balance_unexplained");
        given.noAlert();
    }

    @Test
    void aLittleIsToleratedWhereOnlyTheCatalogueSaysWhatOrdersCost() {
        given.settled(1_000_000).after(10);
        Instant placed = given.placed(200_000);
        given.after(20).completed(placed, 200_000);
        given.after(30).settled(1_000_000 - 202_000);
        given.noAlert();
        assertThat(given.statement().unexplainedIdr()).isEqualTo(-2_000);

        given.after(60).settled(1_000_000 - 202_001);
        assertThat(given.raised("balance_unexplained").message()).contains("2001 IDR", "tolerated: 2000 IDR");
    }

    @Test
    void anOrderInDoubtExplainsWhatIsMissingForAWhile() {
        given.settled(100_000).after(10);
        given.moved(new Movement(1, given.now(), given.now(), 0, 0, 0, PRICE, PriceSource.CATALOG));
        given.after(60).settled(100_000 - PRICE);
        given.noAlert();

        given.after(Duration.ofMinutes(30)).settled(100_000 - PRICE);
        given.after(60).settled(100_000 - PRICE);
        assertThat(given.raised("balance_unexplained").message()).contains("in doubt");
    }

    @Test
    void aLowBalanceIsReportedOnceAndCleared() {
        with(new MoneyRules(MoneyFixture.SETTLE_AFTER, SpendCaps.NONE, OptionalLong.of(50_000)));
        given.read(50_000).after(10);
        given.noAlert();
        given.read(49_999)
                .after(10)
                .read(49_000)
                .after(10)
                .read(50_500)
                .after(10)
                .read(49_999);
        assertThat(given.raised("balance_low").message()).contains("49999 IDR", "50000 IDR");
        given.noAlert();
        given.after(10).read(55_000);
        given.cleared("balance_low");
    }

    @Test
    void aBalanceThatDoesNotLastAnHourIsReported() {
        Instant placed = given.placed(60_000);
        given.after(60).completed(placed, 60_000);
        given.read(60_000);
        given.noAlert();
        given.after(60).read(59_999);
        assertThat(given.raised("balance_short").message()).contains("59999 IDR", "60000 IDR");
        given.after(60).read(66_000);
        given.cleared("balance_short");
    }

    @Test
    void aCapHoldsUntilTheHourEndsAndIsRepeatedWithEveryReading() {
        with(capped(OptionalLong.of(2 * PRICE), OptionalLong.empty()));
        given.placed(PRICE);
        assertThat(given.pauses()).isEmpty();
        given.placed(PRICE);

        assertThat(given.pauses()).containsExactly(Pause.ofSpend("ledger", NEXT_HOUR));
        assertThat(given.raised("spend_cap_reached").message()).contains("7000", "spend.cap.idr.per.hour", "10:00");
        given.placed(PRICE);
        assertThat(given.pauses()).as("nothing new").isEmpty();
        given.after(60).read(100_000);
        assertThat(given.pauses()).containsExactly(Pause.ofSpend("ledger", NEXT_HOUR));

        given.after(Duration.ofMinutes(55)).read(100_000);
        given.cleared("spend_cap_reached");
        assertThat(given.pauses()).as("gates open by themselves").isEmpty();
        given.noAlert();
    }

    @Test
    void refundsBringTheSpendBelowItsCap() {
        with(capped(OptionalLong.empty(), OptionalLong.of(PRICE)));
        Instant placed = given.placed(PRICE);
        assertThat(given.pauses()).containsExactly(Pause.ofSpend("ledger", NEXT_DAY));
        assertThat(given.raised("spend_cap_reached").message()).contains("spend.cap.idr.per.day");

        given.after(60).refunded(placed, PRICE);

        assertThat(given.pauses()).containsExactly(Pause.ofSpend("ledger", given.now()));
        given.cleared("spend_cap_reached");
    }

    private void with(MoneyRules rules) {
        given.close();
        given = new MoneyFixture(stateDir, rules, START);
    }

    private static MoneyRules capped(OptionalLong perHour, OptionalLong perDay) {
        return new MoneyRules(MoneyFixture.SETTLE_AFTER, new SpendCaps(perHour, perDay), OptionalLong.empty());
    }
}
