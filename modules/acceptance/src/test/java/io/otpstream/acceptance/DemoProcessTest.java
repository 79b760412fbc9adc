package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first thing that a new user runs. */
class DemoProcessTest {

    @TempDir
    private Path directory;

    @Test
    void everyRequestEndsOnceAndTheSpendIsTheLedgers() throws Exception {
        Path json = directory.resolve("demo.json");

        try (OtpstreamProcess demo = OtpstreamProcess.start(directory, Map.of(), "demo", "--json", json.toString())) {
            assertThat(demo.exitCode()).as("%s%s", demo.out(), demo.err()).isZero();

            JsonNode report = new ObjectMapper().readTree(json.toFile());
            assertThat(report.path("requests").intValue()).isEqualTo(40);
            assertThat(report.path("final_records").intValue()).isEqualTo(40);
            assertThat(report.path("codes").intValue()).isPositive();
            assertThat(report.path("lost").intValue()).isZero();
            assertThat(report.path("twice").intValue()).isZero();
            assertThat(report.path("api_429").intValue()).isZero();
            assertThat(report.path("ledger_orders").intValue()).isPositive();
            assertThat(report.path("ledger_spent_idr").longValue())
                    .isPositive()
                    .isEqualTo(report.path("results_spent_idr").longValue());
            assertThat(shape(demo.out()))
                    .isEqualTo(shape(Page.read("README.md").blockThatBegins("starting a broker, a simulated API")));
            assertThat(demo.out().lines())
                    .last()
                    .asString()
                    .isEqualTo(
                            "demo: 40 requests, 40 final records (%d codes, %d without), 0 lost, 0 twice; ledger: %d orders, %d IDR spent",
                            report.path("codes").intValue(),
                            40 - report.path("codes").intValue(),
                            report.path("ledger_orders").intValue(),
                            report.path("ledger_spent_idr").longValue());
        }
    }

    @Test
    void inThePublishedDialectCodesArePushed() throws Exception {
        Path json = directory.resolve("demo.json");

        try (OtpstreamProcess demo = OtpstreamProcess.start(
                directory, Map.of(), "demo", "--dialect", "published", "--json", json.toString())) {
            assertThat(demo.exitCode()).as("%s%s", demo.out(), demo.err()).isZero();

            JsonNode report = new ObjectMapper().readTree(json.toFile());
            assertThat(report.path("dialect").textValue()).isEqualTo("published");
            assertThat(report.path("final_records").intValue()).isEqualTo(40);
            assertThat(report.path("lost").intValue()).isZero();
            assertThat(report.path("twice").intValue()).isZero();
            assertThat(report.path("api_429").intValue()).isZero();
            assertThat(report.path("codes").intValue()).isPositive();
            // A text each, and the end of its order.
            assertThat(report.path("pushed_events").intValue())
                    .isGreaterThanOrEqualTo(report.path("codes").intValue());
            assertThat(report.path("ledger_spent_idr").longValue())
                    .isPositive()
                    .isEqualTo(report.path("results_spent_idr").longValue());
            assertThat(demo.out().lines())
                    .last()
                    .asString()
                    .endsWith(", %d events pushed"
                            .formatted(report.path("pushed_events").intValue()));
        }
    }

    /** What is printed, whatever the figures, and however often progress is shown. */
    private static List<String> shape(String printed) {
        return printed.lines()
                .map(line -> line.matches(" +[0-9.]+ s .*a minute") ? "progress" : line)
                .map(line -> line.replaceAll("\\d+(\\.\\d+)?", "N").replaceAll("\\b[A-Z]{2}\\b", "ISO"))
                .map(line -> line.replaceAll(" +", " "))
                .distinct()
                .toList();
    }
}
