package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short version of what {@code bench chaos} does by default. */
class ChaosProcessTest {

    /** Far more than it needs, on a machine that is far slower. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    @TempDir
    private Path directory;

    @Test
    void killsLoseNothingAndPayForNothingTwice() throws Exception {
        JsonNode report = run("--requests", "60", "--kills", "2");

        assertThat(report.path("final_records").intValue()).isEqualTo(60);
        nothingIsLostOrDoubled(report);
        assertThat(report.path("in_doubt").intValue())
                .isLessThanOrEqualTo(report.path("posts_in_flight_at_kills").intValue());
    }

    @Test
    void inThePublishedDialectNothingIsBoughtTwiceAlthoughCreatesAreSentAgain() throws Exception {
        JsonNode report = run("--dialect", "published", "--requests", "40", "--kills", "1");

        assertThat(report.path("final_records").intValue()).isEqualTo(40);
        nothingIsLostOrDoubled(report);
        assertThat(report.path("charged_twice").isNumber()).isTrue();
        assertThat(report.path("charged_twice").intValue()).isZero();
        assertThat(report.path("replayed_creates").intValue()).isPositive();
    }

    private static void nothingIsLostOrDoubled(JsonNode report) {
        assertThat(report.path("lost").intValue()).isZero();
        assertThat(report.path("twice").intValue()).isZero();
        assertThat(report.path("unexplained_orders").isNumber()).isTrue();
        assertThat(report.path("unexplained_orders").intValue()).isZero();
        assertThat(report.path("spent_ledger_idr").longValue())
                .isPositive()
                .isEqualTo(report.path("spent_results_idr").longValue());
        assertThat(report.path("unorderly_stops").intValue()).isZero();
        JsonNode gap = report.path("min_look_gap_s");
        assertThat(gap.isNull() || gap.doubleValue() >= 5)
                .as("shortest gap between looks: %s", gap)
                .isTrue();
    }

    private JsonNode run(String... options) throws Exception {
        Path json = directory.resolve("chaos.json");
        List<String> arguments = new ArrayList<>(List.of("bench", "chaos"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("--logs", directory.resolve("logs").toString(), "--json", json.toString()));
        try (OtpstreamProcess chaos = OtpstreamProcess.start(directory, Map.of(), arguments.toArray(String[]::new))) {
            assertThat(chaos.exitCodeWithin(PATIENCE))
                    .as("%s%s", chaos.out(), chaos.err())
                    .isZero();
        }
        return new ObjectMapper().readTree(json.toFile());
    }
}
