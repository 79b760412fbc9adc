package io.otpstream.app.bench;

import io.otpstream.app.text.JsonLine;
import io.otpstream.app.text.TextTable;
import io.otpstream.benchmarks.budget.BudgetFigures;
import io.otpstream.benchmarks.budget.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a budget of requests gives, the guide's client beside the pipeline.
 *
 * @param real empty if only virtual time was measured
 */
public record BudgetReport(long seed, BudgetFigures virtual, Optional<BudgetFigures> real) {

    private static final double MOST_DIFFERENCE = 0.1;

    /** Where the real run does not confirm the virtual one, a sentence each; empty is what is wanted. */
    public List<String> disagreements() {
        List<String> sentences = new ArrayList<>();
        real.ifPresent(measured -> {
            compare("guide", virtual.guide(), measured.guide(), sentences);
            compare("otpstream", virtual.otpstream(), measured.otpstream(), sentences);
        });
        return sentences;
    }

    /** For people. */
    public List<String> lines() {
        TextTable table = TextTable.withHeadings(
                "time",
                "client",
                ">verifications/min",
                ">requests each",
                ">looks each",
                ">mean code age s",
                ">p95",
                ">429s");
        add("virtual", virtual, table);
        real.ifPresent(measured -> add("real", measured, table));
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("otpstream makes " + text(virtual.ratio(), 2) + " times as many verifications as the guide's client"
                + real.map(measured -> ", in real time " + text(measured.ratio(), 2))
                        .orElse(""));
        return lines;
    }

    /** For programs. */
    public String json() {
        JsonLine line = JsonLine.empty().with("seed", seed).with("virtual", fields(virtual));
        real.ifPresent(measured -> line.with("real", fields(measured)));
        return line.toString();
    }

    private static void compare(String client, Figures virtual, Figures real, List<String> sentences) {
        double expected = virtual.verificationsPerMinute();
        if (Math.abs(real.verificationsPerMinute() - expected) > MOST_DIFFERENCE * expected) {
            sentences.add(client + ": " + text(real.verificationsPerMinute(), 1) + " verifications/min in real time, "
                    + text(expected, 1) + " in virtual time");
        }
    }

    private static void add(String time, BudgetFigures figures, TextTable table) {
        add(time, "guide, paced", figures.guide(), table);
        add(time, "guide, 25 workers unpaced", figures.guideUnpaced(), table);
        add(time, "otpstream", figures.otpstream(), table);
        add(time, "otpstream, 10 orders at a time", figures.lightLoad(), table);
    }

    private static void add(String time, String client, Figures figures, TextTable table) {
        table.row(
                time,
                client,
                text(figures.verificationsPerMinute(), 1),
                text(figures.requestsPerVerification(), 2),
                text(figures.looksPerVerification(), 2),
                text(figures.meanCodeAgeSeconds(), 2),
                text(figures.p95CodeAgeSeconds(), 2),
                Long.toString(figures.rateLimited()));
    }

    private static String text(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static Map<String, Object> fields(BudgetFigures figures) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("guide", fields(figures.guide()));
        fields.put("guide_unpaced", fields(figures.guideUnpaced()));
        fields.put("otpstream", fields(figures.otpstream()));
        fields.put("light_load", fields(figures.lightLoad()));
        fields.put("ratio", rounded(figures.ratio()));
        return fields;
    }

    private static Map<String, Object> fields(Figures figures) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("verifications", figures.verifications());
        fields.put("codes", figures.codes());
        fields.put("verifications_per_minute", rounded(figures.verificationsPerMinute()));
        fields.put("requests_per_verification", rounded(figures.requestsPerVerification()));
        fields.put("looks_per_verification", rounded(figures.looksPerVerification()));
        fields.put("mean_code_age_s", rounded(figures.meanCodeAgeSeconds()));
        fields.put("p95_code_age_s", rounded(figures.p95CodeAgeSeconds()));
        fields.put("api_429", figures.rateLimited());
        return fields;
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
