package io.otpstream.app.bench;

import io.otpstream.app.text.JsonLine;
import io.otpstream.app.text.TextTable;
import io.otpstream.benchmarks.budget.Figures;
import io.otpstream.benchmarks.budget.PublishedFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a budget of requests gives in the published dialect, the guide's client beside the pipeline.
 *
 * @param real empty if only virtual time was measured
 */
public record PublishedBudgetReport(long seed, PublishedFigures virtual, Optional<PublishedFigures> real)
        implements BenchReport {

    private static final double LEAST_RATIO = 7;
    private static final double MOST_AGE = 3;
    private static final double MOST_AGE_PUSHED = 0.5;
    private static final double LEAST_BATCH = 4;
    private static final double LEAST_FINISHED = 0.95;

    @Override
    public List<String> violations() {
        List<String> sentences = new ArrayList<>();
        violations("virtual", virtual, sentences);
        real.ifPresent(measured -> {
            violations("real", measured, sentences);
            FiguresText.compare("guide", virtual.guide(), measured.guide(), sentences);
            FiguresText.compare("polling", virtual.polling(), measured.polling(), sentences);
            FiguresText.compare("pushed", virtual.pushed(), measured.pushed(), sentences);
        });
        return sentences;
    }

    private static void violations(String time, PublishedFigures figures, List<String> sentences) {
        if (figures.ratio() < LEAST_RATIO) {
            sentences.add("%s: otpstream makes %s times as many verifications, less than %s"
                    .formatted(time, FiguresText.text(figures.ratio(), 2), FiguresText.text(LEAST_RATIO, 0)));
        }
        check(time + ", polling", figures.polling(), MOST_AGE, sentences);
        check(time + ", pushed", figures.pushed(), MOST_AGE_PUSHED, sentences);
    }

    private static void check(String what, Figures figures, double mostAge, List<String> sentences) {
        FiguresText.isAtMost(mostAge, what, figures, sentences);
        if (figures.ordersPerCreate() < LEAST_BATCH) {
            sentences.add("%s: %s orders per create, less than %s"
                    .formatted(what, FiguresText.text(figures.ordersPerCreate(), 1), FiguresText.text(LEAST_BATCH, 0)));
        }
        if (figures.finishesPerCode() < LEAST_FINISHED) {
            sentences.add("%s: of 100 orders with a code %s are finished"
                    .formatted(what, FiguresText.text(100 * figures.finishesPerCode(), 0)));
        }
    }

    @Override
    public String text() {
        return String.join(System.lineSeparator(), lines());
    }

    /** The same, line by line. */
    public List<String> lines() {
        TextTable table = FiguresText.table();
        add("virtual", virtual, table);
        real.ifPresent(measured -> add("real", measured, table));
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("otpstream makes " + FiguresText.text(virtual.ratio(), 2)
                + " times as many verifications as the guide's client"
                + real.map(measured -> ", in real time " + FiguresText.text(measured.ratio(), 2))
                        .orElse(""));
        return lines;
    }

    private static void add(String time, PublishedFigures figures, TextTable table) {
        FiguresText.add(time, "guide, paced", figures.guide(), table);
        FiguresText.add(time, "otpstream, one look for all", figures.polling(), table);
        FiguresText.add(time, "otpstream, codes pushed", figures.pushed(), table);
    }

    @Override
    public String json() {
        JsonLine line =
                JsonLine.empty().with("seed", seed).with("dialect", "published").with("virtual", fields(virtual));
        real.ifPresent(measured -> line.with("real", fields(measured)));
        return line.toString();
    }

    private static Map<String, Object> fields(PublishedFigures figures) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("guide", FiguresText.fields(figures.guide()));
        fields.put("polling", FiguresText.fields(figures.polling()));
        fields.put("pushed", FiguresText.fields(figures.pushed()));
        fields.put("ratio", FiguresText.rounded(figures.ratio()));
        return fields;
    }
}
