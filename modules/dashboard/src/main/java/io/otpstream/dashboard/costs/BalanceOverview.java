package io.otpstream.dashboard.costs;

import io.otpstream.contract.BalanceStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What became of the balance over some hours, as far as there are statements of it. An hour has one where somebody
 * looked at the balance, so an idle hour has none.
 *
 * @param sum of all statements; empty where there is none
 * @param missing the hours without a statement, those that have not begun left out
 */
public record BalanceOverview(Optional<BalanceSum> sum, List<Hours> missing) {

    /** Keeps its own copy of the hours. */
    public BalanceOverview {
        missing = List.copyOf(missing);
    }

    /** How many hours have no statement. */
    public long missingHours() {
        return missing.stream().mapToLong(Hours::count).sum();
    }

    static BalanceOverview of(Hours hours, Collection<BalanceStatement> statements, Instant now) {
        List<BalanceStatement> inOrder = statements.stream()
                .filter(each -> hours.contains(each.hour()))
                .sorted(Comparator.comparing(BalanceStatement::hour))
                .toList();
        return new BalanceOverview(BalanceSum.of(inOrder), gaps(hours, inOrder, now));
    }

    private static List<Hours> gaps(Hours hours, List<BalanceStatement> inOrder, Instant now) {
        List<Hours> gaps = new ArrayList<>();
        Instant covered = hours.from();
        for (BalanceStatement statement : inOrder) {
            addGap(gaps, covered, statement.hour());
            covered = Hours.endOf(statement.hour());
        }
        Instant begun = Hours.endOf(now);
        addGap(gaps, covered, begun.isBefore(hours.to()) ? begun : hours.to());
        return gaps;
    }

    private static void addGap(List<Hours> gaps, Instant from, Instant to) {
        if (from.isBefore(to)) {
            gaps.add(new Hours(from, to));
        }
    }
}
