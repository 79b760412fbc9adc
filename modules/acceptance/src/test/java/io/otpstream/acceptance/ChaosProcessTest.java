package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
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
        Path json = directory.resolve("chaos.json");

        try (OtpstreamProcess chaos = OtpstreamProcess.start(
                directory,
                Map.of(),
                "bench",
                "chaos",
                "--requests",
                "100",
                "--kills",
                "3",
                "--logs",
                directory.resolve("logs").toString(),
                "--json",
                json.toString())) {
            assertThat(chaos.exitCodeWithin(PATIENCE))
                    .as("%s%s", chaos.out(), chaos.err())
                    .isZero();
        }

        JsonNode report = new ObjectMapper().readTree(json.toFile());
        assertThat(report.path("final_records").intValue()).isEqualTo(100);
        assertThat(report.path("lost").intValue()).isZero();
        assertThat(report.path("twice").intValue()).isZero();
        assertThat(report.path("unexplained_orders").intValue()).isZero();
        assertThat(report.path("in_doubt").intValue())
                .isLessThanOrEqualTo(report.path("posts_in_flight_at_kills").intValue());
        assertThat(report.path("min_look_gap_s").doubleValue()).isGreaterThanOrEqualTo(5);
        assertThat(report.path("spent_ledger_idr").longValue())
                .isPositive()
                .isEqualTo(report.path("spent_results_idr").longValue());
        assertThat(report.path("unorderly_stops").intValue()).isZero();
    }
}
