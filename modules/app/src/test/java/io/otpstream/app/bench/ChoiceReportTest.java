package io.otpstream.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.otpstream.benchmarks.choice.ChoiceFigures;
import io.otpstream.benchmarks.choice.VirtualChoice;
import java.io.IOException;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ChoiceReportTest {

    private static final ChoiceFigures GOOD = figures(1_250, 4_000, 40);
    private static final ChoiceFigures DEAR = figures(1_500, 6_000, 60);
    private static final ChoiceFigures SLOW = figures(2_500, 2_500, 180);

    @Test
    void nothingIsWrongWhenTheBestIsTheBest() {
        assertThat(report(GOOD).violations()).isEmpty();
    }

    @Test
    void whateverIsNotBeatenIsNamed() {
        assertThat(report(figures(1_400, 5_500, 60)).violations())
                .containsExactly(
                        "a code costs 6500 IDR in money and time with best, no less than with cheapest (5500 IDR)");
        assertThat(report(figures(1_600, 4_000, 40)).violations())
                .containsExactly("62.5 % of the orders get a code with best, no more than with listed (66.7 %)");
        assertThat(report(DEAR).violations()).hasSize(3);
    }

    @Test
    void peopleGetThemSideBySide() {
        assertThat(report(GOOD).text().lines())
                .hasSize(6)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("best")
                        .contains("1000", "80.0 %", "1.25", "4000", "40.0", "4667", "0.5", "-"))
                .last()
                .asString()
                .isEqualTo("1200 requests; best costs 33.3 % less than listed and 15.2 % less than cheapest");
    }

    @Test
    void programsGetEveryFigure() throws IOException {
        JsonNode json = new ObjectMapper().readTree(report(GOOD).json());

        assertThat(json.path("seed").asLong()).isEqualTo(7);
        assertThat(json.path("requests").asLong()).isEqualTo(1_200);
        assertThat(json.path("wait_idr_per_minute").asLong()).isEqualTo(1_000);
        for (String choice : new String[] {"listed", "cheapest", "best", "all_knowing"}) {
            assertThat(json.path(choice).fieldNames())
                    .toIterable()
                    .containsExactly(
                            "codes",
                            "orders",
                            "spent_idr",
                            "codes_per_request",
                            "success_per_order",
                            "orders_per_code",
                            "idr_per_code",
                            "wait_s_per_code",
                            "money_and_time_idr_per_code",
                            "leaves_after_h");
        }
        assertThat(json.path("best").path("money_and_time_idr_per_code").asDouble())
                .isEqualTo(4_666.667);
    }

    private static ChoiceReport report(ChoiceFigures best) {
        return new ChoiceReport(7, new VirtualChoice(DEAR, SLOW, best, GOOD));
    }

    private static ChoiceFigures figures(long orders, long idrPerCode, double waitSecondsPerCode) {
        return new ChoiceFigures(
                1_200,
                orders,
                1_000,
                1_000 * idrPerCode,
                1_000 * waitSecondsPerCode,
                1_000,
                OptionalDouble.of(0.5),
                OptionalDouble.empty());
    }
}
