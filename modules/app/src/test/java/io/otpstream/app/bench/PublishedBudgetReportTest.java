package io.otpstream.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.otpstream.benchmarks.budget.Figures;
import io.otpstream.benchmarks.budget.PublishedFigures;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishedBudgetReportTest {

    private static final Figures GUIDE = client(30, 2.7, 1, 0, 0);

    @Test
    void whatIsReachedIsNoViolation() {
        PublishedFigures good = new PublishedFigures(GUIDE, client(211, 2.9, 4.1, 1, 0), client(205, 0.4, 9, 0.96, 0));

        assertThat(new PublishedBudgetReport(1, good, Optional.of(good)).violations())
                .isEmpty();
    }

    @Test
    void whatIsNotReachedIsNamed() {
        PublishedFigures bad = new PublishedFigures(GUIDE, client(209, 3.01, 3.9, 0.9, 2), client(205, 0.51, 9, 1, 0));

        assertThat(new PublishedBudgetReport(1, bad, Optional.empty()).violations())
                .containsExactly(
                        "virtual: otpstream makes 6.97 times as many verifications, less than 7",
                        "virtual, polling: codes are 3.01 s old on average, more than 3.0 s",
                        "virtual, polling: 2 answers with 429",
                        "virtual, polling: 3.9 orders per create, less than 4",
                        "virtual, polling: of 100 orders with a code 90 are finished",
                        "virtual, pushed: codes are 0.51 s old on average, more than 0.5 s");
    }

    @Test
    void aRealRunThatDiffersIsNamed() {
        PublishedFigures virtual = new PublishedFigures(GUIDE, client(250, 2.9, 8, 1, 0), client(250, 0.4, 8, 1, 0));
        PublishedFigures real = new PublishedFigures(GUIDE, client(220, 2.9, 8, 1, 0), client(250, 0.4, 8, 1, 0));

        assertThat(new PublishedBudgetReport(1, virtual, Optional.of(real)).violations())
                .containsExactly("polling: 220.0 verifications/min in real time, 250.0 in virtual time");
    }

    @Test
    void programsGetEveryFigure() throws IOException {
        PublishedFigures figures = new PublishedFigures(GUIDE, client(240, 2.9, 8, 1, 0), client(250, 0.4, 8, 1, 0));

        JsonNode json = new ObjectMapper().readTree(new PublishedBudgetReport(3, figures, Optional.empty()).json());

        assertThat(json.path("virtual").path("ratio").asDouble()).isEqualTo(8);
        assertThat(json.path("virtual").path("pushed").path("mean_code_age_s").asDouble())
                .isEqualTo(0.4);
        assertThat(json.has("real")).isFalse();
    }

    private static Figures client(double perMinute, double age, double batch, double finished, long rateLimited) {
        return new Figures(900, 675, perMinute, 300 / perMinute, 0.1, age, 2 * age, rateLimited, batch, finished);
    }
}
