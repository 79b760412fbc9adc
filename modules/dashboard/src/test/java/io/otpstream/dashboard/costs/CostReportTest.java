package io.otpstream.dashboard.costs;

import static io.otpstream.dashboard.costs.Ledger.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.PriceSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CostReportTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant NOW = TEN.plus(Duration.ofMinutes(150));

    private final Ledger ledger = new Ledger()
            .spends(TEN, 6, 1, "ci", List.of("signup", "nightly"), 5_000)
            .spends(TEN.plus(HOUR), 6, 2, null, List.of("signup"), 1_000)
            .spends(TEN.plus(HOUR), 12, 1, "ci", List.of(), 3_000);

    @Test
    void theDearestGroupComesFirst() {
        CostReport report = report(Dimension.COUNTRY);

        assertThat(report.lines()).extracting(CostLine::name).containsExactly("6", "12");
        assertThat(report.lines()).extracting(CostLine::countryCode).containsExactly("ID", null);
        assertThat(report.lines().getFirst().amounts())
                .isEqualTo(new Amounts(4, 2, 12_000, 6_000, 6_000, 0, 0, 6_000, 0, PriceSource.CATALOG));
        assertThat(report.total().spendIdr()).isEqualTo(9_000);
        assertThat(report.total().costPerCodeIdr()).isEqualTo(3_000);
    }

    @Test
    void byLabelAnOrderCountsUnderEachButOnceInTheTotal() {
        CostReport report = report(Dimension.LABEL);

        assertThat(report.lines()).extracting(CostLine::name).containsExactly("signup", "nightly", "-");
        assertThat(report.lines())
                .extracting(line -> line.amounts().spendIdr())
                .containsExactly(6_000L, 5_000L, 3_000L);
        assertThat(report.total().spendIdr()).isEqualTo(9_000);
    }

    @Test
    void aLabelThatIsGivenTwiceCountsOnce() {
        Ledger twice = new Ledger().spends(TEN, 6, 1, null, List.of("signup", "signup"), 5_000);

        assertThat(CostReport.of(query(Dimension.LABEL), twice, NOW).lines())
                .singleElement()
                .extracting(line -> line.amounts().spendIdr())
                .isEqualTo(5_000L);
    }

    @Test
    void ordersWithoutATenantHaveALineOfTheirOwn() {
        assertThat(report(Dimension.TENANT).lines()).extracting(CostLine::group).containsExactly("ci", null);
    }

    @Test
    void otherHoursAreLeftOut() {
        CostQuery first = new CostQuery(Dimension.PLATFORM, new Hours(TEN, TEN.plus(HOUR)), false);

        assertThat(CostReport.of(first, ledger, NOW).total().spendIdr()).isEqualTo(5_000);
    }

    @Test
    void withoutOrdersThereIsNoCostPerCodeAndNoSource() {
        CostReport nothing = CostReport.of(query(Dimension.COUNTRY), new Ledger(), NOW);

        assertThat(nothing.lines()).isEmpty();
        assertThat(nothing.total()).isEqualTo(Amounts.NONE);
        assertThat(nothing.total().costPerCodeIdr()).isNull();
    }

    @Test
    void theBalanceIsStatedFromTheFirstHourToTheLast() {
        ledger.states(TEN.plus(HOUR), 80_000, 10_000, 2_000, 71_500)
                .states(TEN, 90_000, 10_000, 0, 80_000)
                .states(TEN.minus(HOUR), 1, 1, 1, 1);

        BalanceOverview balance = report(Dimension.COUNTRY).balance();

        assertThat(balance.sum())
                .contains(new BalanceSum(
                        TEN,
                        TEN.plus(Duration.ofMinutes(119)),
                        90_000,
                        0,
                        20_000,
                        2_000,
                        -500,
                        0,
                        71_500,
                        700,
                        PriceSource.CHARGED));
        assertThat(balance.missing())
                .containsExactly(new Hours(TEN.plus(HOUR.multipliedBy(2)), TEN.plus(HOUR.multipliedBy(3))));
    }

    @Test
    void hoursWithoutAStatementAreNamedAndWhatChangedInThem() {
        ledger.states(TEN, 90_000, 0, 0, 90_000).states(TEN.plus(HOUR.multipliedBy(2)), 60_000, 0, 0, 60_000);

        BalanceOverview balance = report(Dimension.COUNTRY).balance();

        assertThat(balance.missing()).containsExactly(new Hours(TEN.plus(HOUR), TEN.plus(HOUR.multipliedBy(2))));
        assertThat(balance.missingHours()).isEqualTo(1);
        assertThat(balance.sum()).get().extracting(BalanceSum::unstatedIdr).isEqualTo(-30_000L);
    }

    @Test
    void hoursThatHaveNotBegunAreNotMissing() {
        assertThat(report(Dimension.COUNTRY).balance())
                .isEqualTo(
                        new BalanceOverview(Optional.empty(), List.of(new Hours(TEN, TEN.plus(HOUR.multipliedBy(3))))));
    }

    private CostReport report(Dimension by) {
        return CostReport.of(query(by), ledger, NOW);
    }

    private static CostQuery query(Dimension by) {
        return new CostQuery(by, new Hours(TEN, TEN.plus(Duration.ofHours(14))), false);
    }
}
