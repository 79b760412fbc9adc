package io.otpstream.streams.rates;

import static io.otpstream.streams.rates.Events.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.otpstream.contract.CancelReason;
import io.otpstream.contract.Costs;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.PriceSource;
import io.otpstream.contract.SuccessRates;
import io.otpstream.streams.money.Movement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What order events make of the tables. */
class RatesTopologyTest {

    private static final Instant T = Instant.parse("2026-11-25T21:40:00Z");
    private static final String CELL = "2026-11-25T21:00:00Z/6/1?tenant=shop&label=nightly";

    @TempDir
    Path stateDir;

    private RatesFixture tables;

    @BeforeEach
    void start() {
        tables = new RatesFixture(stateDir);
    }

    @AfterEach
    void stop() {
        tables.close();
    }

    @Test
    void anOrderIsOpenUntilItEnds() {
        tables.happened(Events.placed("r1", T));
        assertThat(rates("6").open()).isEqualTo(1);
        assertThat(rates("6").orders()).isEmpty();
        assertThat(rates("6").successRate()).isNull();
        assertThat(rates("6").noStockRate()).isEqualTo(0);
        assertThat(rates("6").amountsFrom()).isNull();
        assertThat(cell().lockedIdr()).isEqualTo(PRICE);
        assertThat(tables.movements()).containsExactly(new Movement(1, T, T, PRICE, 0, PRICE, 0, PriceSource.CATALOG));

        tables.happened(Events.completed("r1", T, 20));
        assertThat(rates("6").open()).isZero();
        assertThat(rates("6").orders()).isEqualTo(Map.of("completed", 1L));
        assertThat(rates("6").spendIdr()).isEqualTo(PRICE);
        assertThat(rates("6").amountsFrom()).isEqualTo(PriceSource.CATALOG);
        assertThat(cell().lockedIdr()).isZero();
        assertThat(cell().codes()).isEqualTo(1);
        assertThat(tables.movements())
                .containsExactly(new Movement(1, T.plusSeconds(20), T, 0, 0, -PRICE, 0, PriceSource.CATALOG));
    }

    @Test
    void everyTableHasItsRow() {
        tables.happened(Events.completed("r1", T, 20), Events.completed("r2", T.plusSeconds(1_800), 40));
        assertThat(tables.rates()).containsOnlyKeys("6", "6/1", "6/2026-11-25T21:00:00Z", "6/2026-11-25T22:00:00Z");
        assertThat(rates("6/1").platformId()).isEqualTo(1);
        assertThat(rates("6/1").codes()).isEqualTo(2);
        assertThat(rates("6/1").recentOrders()).isCloseTo(2, within(0.1));
        assertThat(rates("6/2026-11-25T22:00:00Z").hour()).isEqualTo(Instant.parse("2026-11-25T22:00:00Z"));
        assertThat(rates("6/2026-11-25T22:00:00Z").recentSuccessRate()).isNull();
        assertThat(rates("6").countryCode()).isEqualTo("ID");
        assertThat(rates("6").meanSecondsToCode()).isEqualTo(30);
        assertThat(rates("6").successRate()).isEqualTo(1);
        assertThat(rates("6").successRateLow()).isCloseTo(0.34, within(0.01));
        assertThat(rates("6").updatedAt()).isEqualTo(T.plusSeconds(1_840));
        assertThat(tables.costs()).containsOnlyKeys(CELL, CELL.replace("T21", "T22"));
    }

    @Test
    void aLateCodeTakesThePlaceOfATimeOut() {
        tables.happened(Events.placed("r1", T), Events.cancelled("r1", T, 95, CancelReason.TIMED_OUT));
        assertThat(rates("6").orders()).isEqualTo(Map.of("timed_out", 1L));
        assertThat(rates("6").refundsIdr()).isEqualTo(PRICE);
        tables.movements();

        tables.happened(Events.lateCode("r1", T, 130));
        assertThat(rates("6").orders()).isEqualTo(Map.of("late_code", 1L));
        assertThat(rates("6").refundsIdr()).isZero();
        assertThat(rates("6").spendIdr()).isEqualTo(PRICE);
        assertThat(rates("6").successRate()).isEqualTo(0);
        assertThat(rates("6").recentOrders()).isCloseTo(1, within(1e-6));
        assertThat(rates("6").costPerCodeIdr()).isNull();
        assertThat(cell().lateCodesIdr()).isEqualTo(PRICE);
        assertThat(tables.movements())
                .containsExactly(new Movement(1, T.plusSeconds(130), T, 0, -PRICE, 0, 0, PriceSource.CATALOG));
    }

    @Test
    void whatIsKnownChangesNothing() {
        OrderEvent placed = Events.placed("r1", T);
        OrderEvent timedOut = Events.cancelled("r1", T, 95, CancelReason.TIMED_OUT);
        tables.happened(placed, timedOut, Events.lateCode("r1", T, 130));
        assertThat(tables.unread()).isEqualTo(3 * 5);

        tables.happened(Events.lateCode("r1", T, 130), timedOut, placed, placed);
        assertThat(tables.unread()).isZero();
    }

    @Test
    void attemptsAreOrdersOfTheirOwn() {
        tables.happened(
                Events.expired("r1", T),
                OrderEvent.of(OrderEventType.EXPIRED, "r1", 2, 6, 1, T.plusSeconds(1_300))
                        .placedAt(T)
                        .build());
        assertThat(rates("6").orders()).isEqualTo(Map.of("expired", 2L));
    }

    @Test
    void anOrderInDoubtThatTurnsUpIsNoLongerInDoubt() {
        Instant doubted = T.plusSeconds(1_500);
        tables.happened(Events.inDoubt("r1", doubted));
        assertThat(rates("6").orders()).isEqualTo(Map.of("in_doubt", 1L));
        assertThat(rates("6").successRate()).isNull();
        assertThat(rates("6").noStockRate()).isNull();
        Costs inDoubt = cost(CELL.replace("T21", "T22"));
        assertThat(inDoubt.inDoubtIdr()).isEqualTo(PRICE);
        assertThat(tables.movements())
                .containsExactly(new Movement(1, doubted, doubted, 0, 0, 0, PRICE, PriceSource.CATALOG));
        assertThat(inDoubt.chargesIdr()).isZero();
        assertThat(inDoubt.orders()).isZero();

        tables.happened(Events.of(OrderEventType.ORPHANED, "r1", T, doubted.plusSeconds(60))
                .reason(CancelReason.ORPHANED)
                .build());
        assertThat(rates("6").orders()).isEmpty();
        assertThat(rates("6").open()).isEqualTo(1);
        assertThat(cell().lockedIdr()).as("in the hour in which it was placed").isEqualTo(PRICE);
        assertThat(cost(CELL.replace("T21", "T22")).inDoubtIdr()).isZero();

        tables.happened(Events.cancelled("r1", T, 1_600, CancelReason.ORPHANED));
        assertThat(rates("6").orders()).isEqualTo(Map.of("unused", 1L));
        assertThat(cell().unusedIdr()).isEqualTo(PRICE);
        assertThat(cell().refundsIdr()).isEqualTo(PRICE);
        assertThat(tables.movements().stream().mapToLong(Movement::lockedIdr).sum())
                .isZero();
    }

    @Test
    void missingStockIsARateOfItsOwnAndCostsNothing() {
        tables.happened(
                Events.noStock("r1", T),
                Events.placed("r2", T),
                Events.completed("r3", T, 20),
                Events.expired("r4", T));
        assertThat(rates("6").noStockRate()).isEqualTo(0.25);
        assertThat(rates("6").successRate()).isEqualTo(0.5);
        assertThat(rates("6").ended()).isEqualTo(2);
        tables.happened(Events.noStock("r5", T.plus(Duration.ofHours(3))));
        assertThat(tables.costs()).as("nothing was paid at midnight").containsOnlyKeys(CELL);
    }

    @Test
    void whatIsGivenUpEarlyCountsForAsLongAsItWasObserved() {
        tables.happened(
                Events.completed("r1", T, 12),
                Events.cancelled("r2", T, 20, CancelReason.TIMED_OUT),
                Events.completed("r3", T, 40),
                Events.expired("r4", T));
        assertThat(rates("6").orders()).isEqualTo(Map.of("completed", 2L, "given_up_early", 1L, "expired", 1L));
        assertThat(rates("6").successRate()).isCloseTo(0.25 + 0.75 / 2, within(1e-9));
    }

    @Test
    void amountsSayWhereTheyComeFrom() {
        tables.happened(Events.completed("r1", T, 20));
        tables.happened(Events.of(OrderEventType.LATE_CODE, "r2", T, T.plusSeconds(100))
                .priceIdr(4_000L, PriceSource.CHARGED)
                .build());
        assertThat(rates("6").amountsFrom()).isEqualTo(PriceSource.MIXED);
        assertThat(cell().amountsFrom()).isEqualTo(PriceSource.MIXED);
        assertThat(rates("6").spendIdr()).isEqualTo(7_500);
        assertThat(rates("6").costPerCodeIdr()).isEqualTo(7_500);
    }

    @Test
    void rowsGoWithTheirTopicsAndAccountsSooner() {
        Instant hour = Instant.parse("2026-11-25T21:00:00Z");
        tables.happened(Events.completed("r1", T, 20));
        assertThat(tables.isStored(RateStores.ACCOUNTS, "6/1/r1", T)).isTrue();
        assertThat(tables.isStored(RateStores.HOURS, "6", hour)).isTrue();

        tables.happened(Events.completed("r2", T.plus(Duration.ofDays(9)), 20));
        assertThat(tables.isStored(RateStores.ACCOUNTS, "6/1/r1", T)).isFalse();
        assertThat(tables.isStored(RateStores.HOURS, "6", hour)).isTrue();

        tables.happened(Events.completed("r3", T.plus(Duration.ofDays(36)), 20));
        assertThat(tables.isStored(RateStores.HOURS, "6", hour)).isFalse();
        assertThat(tables.isStored(RateStores.COSTS, "6/1?tenant=shop&label=nightly", hour))
                .isTrue();

        tables.happened(Events.completed("r4", T.plus(Duration.ofDays(401)), 20));
        assertThat(tables.isStored(RateStores.COSTS, "6/1?tenant=shop&label=nightly", hour))
                .isFalse();
        assertThat(rates("6").codes()).as("the country forgets nothing").isEqualTo(4);
    }

    @Test
    void anOrderThatIsForgottenIsNotCountedAgain() {
        tables.happened(Events.completed("r1", T, 20), Events.completed("r2", T.plus(Duration.ofDays(9)), 20));
        tables.happened(Events.completed("r1", T, 20));
        assertThat(rates("6").codes()).isEqualTo(2);
    }

    @Test
    void aCellsKeyIsLikeNoOther() {
        assertThat(List.of(
                        key(null, List.of()),
                        key("", List.of()),
                        key("", List.of("")),
                        key("a&label=b", List.of()),
                        key("a", List.of("b")),
                        key("a", List.of("b", "c")),
                        key("a", List.of("b&label=c")),
                        key("a", List.of("b,c")),
                        key("a", List.of("b c")),
                        key("a", List.of("b+c")),
                        key("a", List.of("b%20c")),
                        key("ä/ö", List.of("日本"))))
                .doesNotHaveDuplicates()
                .contains(
                        "2026-11-25T21:00:00Z/6/1",
                        "2026-11-25T21:00:00Z/6/1?tenant=a&label=b+c",
                        "2026-11-25T21:00:00Z/6/1?tenant=%C3%A4%2F%C3%B6&label=%E6%97%A5%E6%9C%AC");
    }

    private static String key(@Nullable String tenant, List<String> labels) {
        return new CostKey(Instant.parse("2026-11-25T21:00:00Z"), 6, 1, tenant, labels).text();
    }

    private SuccessRates rates(String key) {
        return Objects.requireNonNull(tables.ratesOf(key), key);
    }

    private Costs cell() {
        return cost(CELL);
    }

    private Costs cost(String key) {
        return Objects.requireNonNull(tables.costs().get(key), key);
    }
}
