package io.otpstream.app.bench;

import io.otpstream.app.text.JsonLine;
import io.otpstream.app.text.TextTable;
import io.otpstream.benchmarks.budget.BudgetFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a budget of requests gives, the guide's client beside the pipeline.
 *
 * @param real empty if only virtual time was measured
 */
public record BudgetReport(long seed, BudgetFigures virtual, Optional<BudgetFigures> real) implements BenchReport {

    private static final double LEAST_RATIO = 2;
    private static final double MOST_CODE_AGE = 4.5;
    private static final double MOST_LIGHT_AGE = 2.6;

    /** Between processes things take longer than in virtual time. */
    private static final double MOST_LIGHT_AGE_IN_REAL_TIME = 2.9;

    /** What was to be reached and was not, and where the real run does not confirm the virtual one. */
    @Override
    public List<String> violations() {
        List<String> sentences = new ArrayList<>();
        if (virtual.ratio() < LEAST_RATIO) {
            sentences.add("otpstream makes %s times as many verifications, less than %s"
                    .formatted(FiguresText.text(virtual.ratio(), 2), FiguresText.text(LEAST_RATIO, 1)));
        }
        FiguresText.isAtMost(MOST_CODE_AGE, "otpstream", virtual.otpstream(), sentences);
        FiguresText.isAtMost(MOST_LIGHT_AGE, "10 orders at a time", virtual.lightLoad(), sentences);
        real.ifPresent(measured -> FiguresText.isAtMost(
                MOST_LIGHT_AGE_IN_REAL_TIME, "10 orders at a time, real time", measured.lightLoad(), sentences));
        disagreements().forEach(sentence -> sentences.add("differs by more than 10 %: " + sentence));
        return sentences;
    }

    /** For people. */
    @Override
    public String text() {
        return String.join(System.lineSeparator(), lines());
    }

    /** Where the real run does not confirm the virtual one, a sentence each; empty is what is wanted. */
    public List<String> disagreements() {
        List<String> sentences = new ArrayList<>();
        real.ifPresent(measured -> {
            FiguresText.compare("guide", virtual.guide(), measured.guide(), sentences);
            FiguresText.compare("otpstream", virtual.otpstream(), measured.otpstream(), sentences);
        });
        return sentences;
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

    @Override
    public String json() {
        JsonLine line = JsonLine.empty().with("seed", seed).with("virtual", fields(virtual));
        real.ifPresent(measured -> line.with("real", fields(measured)));
        return line.toString();
    }

    private static void add(String time, BudgetFigures figures, TextTable table) {
        FiguresText.add(time, "guide, paced", figures.guide(), table);
        FiguresText.add(time, "guide, 25 workers unpaced", figures.guideUnpaced(), table);
        FiguresText.add(time, "otpstream", figures.otpstream(), table);
        FiguresText.add(time, "otpstream, 10 orders at a time", figures.lightLoad(), table);
    }

    private static Map<String, Object> fields(BudgetFigures figures) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("guide", FiguresText.fields(figures.guide()));
        fields.put("guide_unpaced", FiguresText.fields(figures.guideUnpaced()));
        fields.put("otpstream", FiguresText.fields(figures.otpstream()));
        fields.put("light_load", FiguresText.fields(figures.lightLoad()));
        fields.put("ratio", FiguresText.rounded(figures.ratio()));
        return fields;
    }
}
