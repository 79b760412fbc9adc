package io.otpstream.app.bench;

import io.otpstream.app.text.JsonLine;
import io.otpstream.app.text.TextTable;
import io.otpstream.benchmarks.choice.ChoiceFigures;
import io.otpstream.benchmarks.choice.VirtualChoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** What the ways to choose a country came to, side by side. */
public record ChoiceReport(long seed, VirtualChoice week) implements BenchReport {

    @Override
    public List<String> violations() {
        List<String> sentences = new ArrayList<>();
        compare("listed", week.listed(), sentences);
        compare("cheapest", week.cheapest(), sentences);
        return sentences;
    }

    private void compare(String other, ChoiceFigures figures, List<String> sentences) {
        ChoiceFigures best = week.best();
        if (!(best.combinedPerCodeIdr() < figures.combinedPerCodeIdr())) {
            sentences.add("a code costs %s IDR in money and time with best, no less than with %s (%s IDR)"
                    .formatted(text(best.combinedPerCodeIdr(), 0), other, text(figures.combinedPerCodeIdr(), 0)));
        }
        if (!(best.successPerOrder() > figures.successPerOrder())) {
            sentences.add("%s of the orders get a code with best, no more than with %s (%s)"
                    .formatted(percent(best.successPerOrder()), other, percent(figures.successPerOrder())));
        }
    }

    @Override
    public String text() {
        TextTable table = TextTable.withHeadings(
                "choose",
                ">codes",
                ">success",
                ">orders/code",
                ">IDR/code",
                ">wait s/code",
                ">money and time IDR/code",
                ">leaves after h",
                ">is back after h");
        add("listed", week.listed(), table);
        add("cheapest", week.cheapest(), table);
        add("best", week.best(), table);
        add("(all-knowing)", week.allKnowing(), table);
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("%d requests; best costs %s less than listed and %s less than cheapest"
                .formatted(week.best().requests(), saved(week.listed()), saved(week.cheapest())));
        return String.join(System.lineSeparator(), lines);
    }

    private String saved(ChoiceFigures other) {
        return percent(1 - week.best().combinedPerCodeIdr() / other.combinedPerCodeIdr());
    }

    @Override
    public String json() {
        return JsonLine.empty()
                .with("seed", seed)
                .with("requests", week.best().requests())
                .with("wait_idr_per_minute", rounded(week.best().waitIdrPerMinute()))
                .with("listed", fields(week.listed()))
                .with("cheapest", fields(week.cheapest()))
                .with("best", fields(week.best()))
                .with("all_knowing", fields(week.allKnowing()))
                .toString();
    }

    private static void add(String choice, ChoiceFigures figures, TextTable table) {
        table.row(
                choice,
                Long.toString(figures.codes()),
                percent(figures.successPerOrder()),
                text(figures.ordersPerCode(), 2),
                text(figures.costPerCodeIdr(), 0),
                text(figures.waitPerCodeSeconds(), 1),
                text(figures.combinedPerCodeIdr(), 0),
                hours(figures.leftAfterHours()),
                hours(figures.backAfterHours()));
    }

    private static Map<String, Object> fields(ChoiceFigures figures) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("codes", figures.codes());
        fields.put("orders", figures.orders());
        fields.put("spent_idr", figures.spentIdr());
        fields.put("codes_per_request", rounded(figures.codesPerRequest()));
        fields.put("success_per_order", rounded(figures.successPerOrder()));
        fields.put("orders_per_code", rounded(figures.ordersPerCode()));
        fields.put("idr_per_code", rounded(figures.costPerCodeIdr()));
        fields.put("wait_s_per_code", rounded(figures.waitPerCodeSeconds()));
        fields.put("money_and_time_idr_per_code", rounded(figures.combinedPerCodeIdr()));
        figures.leftAfterHours().ifPresent(hours -> fields.put("leaves_after_h", rounded(hours)));
        figures.backAfterHours().ifPresent(hours -> fields.put("is_back_after_h", rounded(hours)));
        return fields;
    }

    private static String hours(OptionalDouble hours) {
        return hours.isPresent() ? text(hours.getAsDouble(), 1) : "-";
    }

    private static String percent(double share) {
        return text(100 * share, 1) + " %";
    }

    private static String text(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
