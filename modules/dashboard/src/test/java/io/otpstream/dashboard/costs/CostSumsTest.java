package io.otpstream.dashboard.costs;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.BalanceStatement;
import io.otpstream.contract.Costs;
import io.otpstream.contract.Money;
import io.otpstream.contract.PriceSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** What holds for any records. */
class CostSumsTest {

    private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");
    private static final int HOURS = 24;
    private static final Hours DAY = new Hours(FIRST, FIRST.plus(Duration.ofHours(HOURS)));
    private static final Instant NOW = DAY.to();

    @Property
    void theGroupsOfEveryDimensionButLabelsAddUpToTheTotal(
            @ForAll("records") List<Costs> records, @ForAll("additive") Dimension by) {
        CostReport report = report(by, records);

        assertThat(sum(report.lines())).isEqualTo(report.total());
    }

    @Property
    void labelsCountEachOrderAtLeastOnce(@ForAll("records") List<Costs> records) {
        CostReport report = report(Dimension.LABEL, records);
        List<Costs> counted = new ArrayList<>();
        records.forEach(each ->
                counted.addAll(Collections.nCopies(Math.max(1, each.labels().size()), each)));

        assertThat(sum(report.lines())).isEqualTo(sumOf(counted));
        assertThat(report.total()).isEqualTo(sumOf(records));
    }

    @Property
    void theBalanceIsAccountedForWhateverHoursAreMissing(@ForAll("statements") List<BalanceStatement> statements) {
        BalanceOverview balance = BalanceOverview.of(DAY, statements, NOW);

        assertThat(balance.missingHours()).isEqualTo(HOURS - statements.size());
        assertThat(balance.sum().isPresent()).isEqualTo(!statements.isEmpty());
        balance.sum().ifPresent(sum -> assertThat(sum.openingIdr()
                        + sum.depositsIdr()
                        - sum.chargesIdr()
                        + sum.refundsIdr()
                        + sum.unexplainedIdr()
                        + sum.unstatedIdr())
                .isEqualTo(sum.closingIdr()));
    }

    @Provide
    Arbitrary<Dimension> additive() {
        return Arbitraries.of(Dimension.TENANT, Dimension.COUNTRY, Dimension.PLATFORM);
    }

    @Provide
    Arbitrary<List<Costs>> records() {
        Arbitrary<Integer> hour = Arbitraries.integers().between(0, HOURS - 1);
        Arbitrary<Integer> country = Arbitraries.of(6, 12, 120);
        Arbitrary<Integer> platform = Arbitraries.of(1, 2);
        Arbitrary<@Nullable String> tenant = Arbitraries.of("ci", "qa").injectNull(0.3);
        Arbitrary<List<String>> labels =
                Arbitraries.of("signup", "nightly", "-").list().ofMaxSize(3).uniqueElements();
        Arbitrary<Long> amount = Arbitraries.longs().between(0, 1_000_000);
        Arbitrary<PriceSource> source = Arbitraries.of(PriceSource.class);
        return Combinators.combine(hour, country, platform, tenant, labels, amount, amount, source)
                .as((h, c, p, t, l, spend, refunds, s) -> new Costs(
                        FIRST.plus(Duration.ofHours(h)),
                        c,
                        null,
                        p,
                        t,
                        l,
                        spend % 7,
                        spend % 5,
                        spend + refunds,
                        spend,
                        refunds,
                        0,
                        spend / 3,
                        refunds / 2,
                        spend % 11,
                        Money.IDR,
                        s,
                        FIRST))
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<BalanceStatement>> statements() {
        Arbitrary<Long> amount = Arbitraries.longs().between(0, 1_000_000);
        Arbitrary<Integer> hour = Arbitraries.integers().between(0, HOURS - 1);
        return Combinators.combine(hour, amount, amount, amount, amount, amount)
                .as((h, opening, deposits, charges, refunds, closing) -> Tuple.of(
                        h,
                        new BalanceStatement(
                                FIRST.plus(Duration.ofHours(h)),
                                FIRST.plus(Duration.ofHours(h)),
                                FIRST.plus(Duration.ofHours(h)),
                                opening,
                                deposits,
                                charges,
                                refunds,
                                closing,
                                closing - opening - deposits + charges - refunds,
                                0,
                                Money.IDR,
                                null)))
                .list()
                .uniqueElements(Tuple.Tuple2::get1)
                .ofMaxSize(HOURS)
                .map(list -> list.stream().map(Tuple.Tuple2::get2).toList());
    }

    private static CostReport report(Dimension by, Collection<Costs> costs) {
        return CostReport.of(new CostQuery(by, DAY, false), records(costs), NOW);
    }

    private static CostRecords records(Collection<Costs> costs) {
        return new CostRecords() {
            @Override
            public Collection<Costs> costs() {
                return costs;
            }

            @Override
            public Collection<BalanceStatement> balanceStatements() {
                return List.of();
            }
        };
    }

    private static Amounts sum(Collection<CostLine> lines) {
        return lines.stream().map(CostLine::amounts).reduce(Amounts.NONE, Amounts::plus);
    }

    private static Amounts sumOf(Collection<Costs> costs) {
        return costs.stream().map(Amounts::of).reduce(Amounts.NONE, Amounts::plus);
    }
}
