package io.otpstream.app.bench;

import io.otpstream.app.text.TextTable;
import io.otpstream.benchmarks.budget.Figures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says what clients came to. */
final class FiguresText {

    private static final double MOST_DIFFERENCE = 0.1;

    private FiguresText() {}

    /** For {@link #add}. */
    static TextTable table() {
        return TextTable.withHeadings(
                "time",
                "client",
                ">verifications/min",
                ">requests each",
                ">looks each",
                ">mean code age s",
                ">p95",
                ">orders/create",
                ">finished",
                ">429s");
    }

    static void add(String time, String client, Figures figures, TextTable table) {
        table.row(
                time,
                client,
                text(figures.verificationsPerMinute(), 1),
                text(figures.requestsPerVerification(), 2),
                text(figures.looksPerVerification(), 2),
                text(figures.meanCodeAgeSeconds(), 2),
                text(figures.p95CodeAgeSeconds(), 2),
                text(figures.ordersPerCreate(), 1),
                text(100 * figures.finishesPerCode(), 0) + " %",
                Long.toString(figures.rateLimited()));
    }

    static Map<String, Object> fields(Figures figures) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("verifications", figures.verifications());
        fields.put("codes", figures.codes());
        fields.put("verifications_per_minute", rounded(figures.verificationsPerMinute()));
        fields.put("requests_per_verification", rounded(figures.requestsPerVerification()));
        fields.put("looks_per_verification", rounded(figures.looksPerVerification()));
        fields.put("mean_code_age_s", rounded(figures.meanCodeAgeSeconds()));
        fields.put("p95_code_age_s", rounded(figures.p95CodeAgeSeconds()));
        fields.put("api_429", figures.rateLimited());
        fields.put("orders_per_create", rounded(figures.ordersPerCreate()));
        fields.put("finishes_per_code", rounded(figures.finishesPerCode()));
        return fields;
    }

    /** Adds a sentence where the real run does not confirm the virtual one. */
    static void compare(String client, Figures virtual, Figures real, List<String> sentences) {
        double expected = virtual.verificationsPerMinute();
        if (Math.abs(real.verificationsPerMinute() - expected) > MOST_DIFFERENCE * expected) {
            sentences.add(client + ": " + text(real.verificationsPerMinute(), 1) + " verifications/min in real time, "
                    + text(expected, 1) + " in virtual time");
        }
    }

    /** Adds a sentence where codes are older than that, in seconds, and one where the API has refused calls. */
    static void isAtMost(double limit, String what, Figures figures, List<String> sentences) {
        if (figures.meanCodeAgeSeconds() > limit) {
            sentences.add("%s: codes are %s s old on average, more than %s s"
                    .formatted(what, text(figures.meanCodeAgeSeconds(), 2), text(limit, 1)));
        }
        if (figures.rateLimited() > 0) {
            sentences.add(what + ": " + figures.rateLimited() + " answers with 429");
        }
    }

    static String text(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
