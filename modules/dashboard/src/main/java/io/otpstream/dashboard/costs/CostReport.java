package io.otpstream.dashboard.costs;

import io.otpstream.contract.Costs;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link CostQuery}.
 *
 * @param query what was asked
 * @param lines a line for each group, the dearest first
 * @param total of all orders, each counted once
 * @param balance what became of the balance meanwhile
 */
public record CostReport(CostQuery query, List<CostLine> lines, Amounts total, BalanceOverview balance) {

    private static final Comparator<CostLine> DEAREST_FIRST = Comparator.comparingLong(
                    (CostLine line) -> line.amounts().spendIdr())
            .thenComparingLong(line -> line.amounts().orders())
            .reversed()
            // Ids are numbers: the shorter one is the smaller one.
            .thenComparingInt(line -> line.name().length())
            .thenComparing(CostLine::name);

    /** Keeps its own copy of the lines. */
    public CostReport {
        lines = List.copyOf(lines);
    }

    /**
     * Adds up.
     *
     * @param records current ones, of any hours
     * @param now until when a statement of the balance can be expected
     */
    public static CostReport of(CostQuery query, CostRecords records, Instant now) {
        List<Costs> wanted = records.costs().stream()
                .filter(each -> query.hours().contains(each.hour()))
                .toList();
        Amounts total = wanted.stream().map(Amounts::of).reduce(Amounts.NONE, Amounts::plus);
        BalanceOverview balance = BalanceOverview.of(query.hours(), records.balanceStatements(), now);
        return new CostReport(query, lines(query.by(), wanted), total, balance);
    }

    private static List<CostLine> lines(Dimension by, Collection<Costs> costs) {
        Map<Optional<String>, Amounts> groups = new HashMap<>();
        Map<String, String> codes = new HashMap<>();
        for (Costs each : costs) {
            by.groups(each).forEach(group -> groups.merge(group, Amounts.of(each), Amounts::plus));
            if (by == Dimension.COUNTRY && each.countryCode() != null) {
                codes.put(Integer.toString(each.countryId()), each.countryCode());
            }
        }
        return groups.entrySet().stream()
                .map(entry -> line(entry.getKey().orElse(null), codes, entry.getValue()))
                .sorted(DEAREST_FIRST)
                .toList();
    }

    private static CostLine line(@Nullable String group, Map<String, String> codes, Amounts amounts) {
        return new CostLine(group, group == null ? null : codes.get(group), amounts);
    }
}
