package io.otpstream.app.bench;

import io.otpstream.app.text.JsonLine;
import io.otpstream.app.text.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much of the budget fleets of different sizes have used.
 *
 * @param byDemand by size
 * @param byPartitions the baseline, by size; a single instance has none
 */
public record FleetReport(
        FleetSettings settings,
        SortedMap<Integer, FleetFigures> byDemand,
        SortedMap<Integer, FleetFigures> byPartitions)
        implements BenchReport {

    private static final double LEAST_MEAN = 0.97;
    private static final double LEAST_MINUTE = 0.95;

    /** Takes copies. */
    public FleetReport {
        byDemand = new TreeMap<>(byDemand);
        byPartitions = new TreeMap<>(byPartitions);
    }

    @Override
    public List<String> violations() {
        List<String> violations = new ArrayList<>();
        byDemand.forEach((size, figures) -> violations(figures).forEach(each -> violations.add(fleet(size) + each)));
        byPartitions.forEach((size, figures) -> {
            String fleet = fleet(size) + "static split: ";
            check(figures.deaths() == 0, fleet + figures.deaths() + " instances ended by themselves", violations);
            check(figures.smallestBacklog() > 0, fleet + "the backlog was empty", violations);
        });
        return violations;
    }

    private static List<String> violations(FleetFigures figures) {
        List<String> violations = new ArrayList<>();
        check(
                figures.usedShare() >= LEAST_MEAN,
                "used " + percent(figures.usedShare()) + " of the budget, less than " + percent(LEAST_MEAN),
                violations);
        check(
                figures.minMinuteShare() >= LEAST_MINUTE,
                "used " + percent(figures.minMinuteShare()) + " in its worst minute, less than "
                        + percent(LEAST_MINUTE),
                violations);
        check(
                figures.largestSlidingMinute() <= FleetSettings.LIMIT,
                figures.largestSlidingMinute() + " requests in a sliding minute, more than " + FleetSettings.LIMIT,
                violations);
        check(figures.api429() == 0, figures.api429() + " answers with status 429", violations);
        check(figures.smallestBacklog() > 0, "the backlog was empty", violations);
        check(figures.deaths() == 0, figures.deaths() + " instances ended by themselves", violations);
        return violations;
    }

    @Override
    public String text() {
        TextTable table = TextTable.withHeadings(
                ">INSTANCES",
                "SPLIT",
                ">USED",
                ">WORST MINUTE",
                ">LARGEST SLIDING MINUTE",
                ">429",
                "WHILE MEMBERS CHANGE");
        byDemand.forEach((size, figures) -> {
            row(table, size, "demand", figures);
            FleetFigures baseline = byPartitions.get(size);
            if (baseline != null) {
                row(table, size, "static", baseline);
            }
        });
        return "fleet: requests per minute of " + FleetSettings.LIMIT + ", " + percent(FleetSettings.HOT_SHARE)
                + " of the work on one partition" + System.lineSeparator()
                + String.join(System.lineSeparator(), table.lines());
    }

    @Override
    public String json() {
        Map<String, Object> sizes = new LinkedHashMap<>();
        byDemand.forEach((size, figures) -> {
            Map<String, Object> json = figures.json();
            FleetFigures baseline = byPartitions.get(size);
            if (baseline != null) {
                json.put("static", baseline.json());
            }
            sizes.put(size.toString(), json);
        });
        return JsonLine.empty()
                .with("seed", settings.seed())
                .with("minutes", settings.minutes())
                .with("limit_per_minute", FleetSettings.LIMIT)
                .with("sizes", sizes)
                .toString();
    }

    private static void row(TextTable table, int size, String split, FleetFigures figures) {
        table.row(
                Integer.toString(size),
                split,
                percent(figures.usedShare()),
                percent(figures.minMinuteShare()),
                Integer.toString(figures.largestSlidingMinute()),
                Long.toString(figures.api429()),
                figures.membershipMinutes().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }

    private static String fleet(int size) {
        return size + (size == 1 ? " instance: " : " instances: ");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    private static void check(boolean holds, String otherwise, List<String> violations) {
        if (!holds) {
            violations.add(otherwise);
        }
    }
}
