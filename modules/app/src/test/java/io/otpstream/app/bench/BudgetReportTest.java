package io.otpstream.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.otpstream.benchmarks.budget.BudgetFigures;
import io.otpstream.benchmarks.budget.Figures;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetReportTest {

    private static final BudgetFigures VIRTUAL = figures(30, 66);

    @Test
    void aRealRunWithinTenPercentAgrees() {
        assertThat(new BudgetReport(1, VIRTUAL, Optional.of(figures(32.9, 59.5))).disagreements())
                .isEmpty();
    }

    @Test
    void aRealRunThatDiffersIsNamed() {
        assertThat(new BudgetReport(1, VIRTUAL, Optional.of(figures(30, 59))).disagreements())
                .containsExactly("otpstream: 59.0 verifications/min in real time, 66.0 in virtual time");
        assertThat(new BudgetReport(1, VIRTUAL, Optional.of(figures(34, 66))).disagreements())
                .hasSize(1);
    }

    @Test
    void whatIsNotReachedIsNamed() {
        assertThat(new BudgetReport(1, VIRTUAL, Optional.empty()).violations()).isEmpty();
        assertThat(new BudgetReport(1, figures(32, 60), Optional.empty()).violations())
                .containsExactly("otpstream makes 1.88 times as many verifications, less than 2.0");
        BudgetFigures late = new BudgetFigures(client(30), client(20), aged(4.51, 2), aged(2.61, 0));
        assertThat(new BudgetReport(1, late, Optional.of(late)).violations())
                .containsExactly(
                        "otpstream: codes are 4.51 s old on average, more than 4.5 s",
                        "otpstream: 2 answers with 429",
                        "10 orders at a time: codes are 2.61 s old on average, more than 2.6 s");
    }

    @Test
    void programsGetEveryFigure() throws IOException {
        JsonNode json = new ObjectMapper().readTree(new BudgetReport(7, VIRTUAL, Optional.of(figures(31, 62))).json());

        assertThat(json.path("seed").asLong()).isEqualTo(7);
        for (String time : new String[] {"virtual", "real"}) {
            for (String client : new String[] {"guide", "guide_unpaced", "otpstream", "light_load"}) {
                assertThat(json.path(time).path(client).fieldNames())
                        .toIterable()
                        .containsExactly(
                                "verifications",
                                "codes",
                                "verifications_per_minute",
                                "requests_per_verification",
                                "looks_per_verification",
                                "mean_code_age_s",
                                "p95_code_age_s",
                                "api_429",
                                "orders_per_create",
                                "finishes_per_code");
            }
        }
        assertThat(json.path("virtual").path("ratio").asDouble()).isEqualTo(2.2);
        assertThat(json.path("real").path("ratio").asDouble()).isEqualTo(2);
    }

    @Test
    void withoutARealRunThereIsNothingToAgree() throws IOException {
        BudgetReport report = new BudgetReport(1, VIRTUAL, Optional.empty());

        assertThat(report.disagreements()).isEmpty();
        assertThat(new ObjectMapper().readTree(report.json()).has("real")).isFalse();
        assertThat(report.lines()).hasSize(6).last().asString().contains("2.20 times");
    }

    private static BudgetFigures figures(double guide, double otpstream) {
        return new BudgetFigures(client(guide), client(20), client(otpstream), client(14));
    }

    private static Figures aged(double seconds, long rateLimited) {
        return new Figures(900, 675, 66, 4.5, 3.2, seconds, 9.9, rateLimited, 1, 0);
    }

    private static Figures client(double perMinute) {
        return new Figures(900, 675, perMinute, 300 / perMinute, 5.5, 2.5, 4.9, 0, 1, 0);
    }
}
