package io.otpstream.streams.rates;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.Alert;
import io.otpstream.contract.AlertState;
import io.otpstream.contract.CancelReason;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a country does badly. */
class RateAlertsTest {

    private static final Instant T = Instant.parse("2026-11-25T08:00:00Z");
    private static final Instant TWO_DAYS_LATER = Instant.parse("2026-11-27T08:00:00Z");

    @TempDir
    Path stateDir;

    private int orders;

    @Test
    void anEpisodeIsToldOnceAtEitherEnd() {
        try (RatesFixture tables = new RatesFixture(stateDir)) {
            codes(tables, 80, T);
            failures(tables, 20, T);
            assertThat(tables.alerts()).isEmpty();

            failures(tables, 30, TWO_DAYS_LATER);
            assertThat(tables.alerts()).singleElement().satisfies(alert -> {
                assertThat(alert.kind()).isEqualTo("success_rate_low");
                assertThat(alert.subject()).isEqualTo("6");
                assertThat(alert.state()).isEqualTo(AlertState.RAISED);
                assertThat(alert.message())
                        .startsWith("Country 6 (ID): of late ")
                        .contains(" orders), of all so far ");
                assertThat(alert.action()).contains("country_ids");
            });

            failures(tables, 5, TWO_DAYS_LATER.plusSeconds(600));
            assertThat(tables.alerts()).as("it goes on").isEmpty();

            codes(tables, 150, TWO_DAYS_LATER.plusSeconds(20_000));
            assertThat(tables.alerts()).singleElement().satisfies(alert -> {
                assertThat(alert.state()).isEqualTo(AlertState.CLEARED);
                assertThat(alert.subject()).isEqualTo("6");
            });
        }
    }

    @Test
    void belowTheLimitThePastDoesNotMatter() {
        try (RatesFixture tables = new RatesFixture(stateDir, OptionalDouble.of(0.5), 1)) {
            codes(tables, 4, T);
            failures(tables, 5, T);
            assertThat(tables.alerts()).as("nine orders say nothing").isEmpty();
            failures(tables, 1, T);
            assertThat(tables.alerts())
                    .singleElement()
                    .extracting(Alert::message)
                    .isEqualTo("Country 6 (ID): of late 40.0 % of orders got their code (16.8 % to 68.7 %, known from"
                            + " 10.0 orders), of all so far 40.0 %, the limit is 50.0 %.");
        }
    }

    @Test
    void whatSaysNothingOfACountryRaisesNothing() {
        try (RatesFixture tables = new RatesFixture(stateDir, OptionalDouble.of(0.5), 1)) {
            codes(tables, 20, T);
            for (int i = 0; i < 50; i++) {
                tables.happened(
                        Events.noStock(id(), T),
                        Events.inDoubt(id(), T),
                        Events.cancelled(id(), T, 5, CancelReason.WITHDRAWN));
            }
            assertThat(tables.alerts()).isEmpty();
        }
    }

    private void codes(RatesFixture tables, int count, Instant placedAt) {
        for (int i = 0; i < count; i++) {
            tables.happened(Events.completed(id(), placedAt, 20));
        }
    }

    private void failures(RatesFixture tables, int count, Instant placedAt) {
        for (int i = 0; i < count; i++) {
            tables.happened(Events.lateCode(id(), placedAt, 20));
        }
    }

    private String id() {
        orders++;
        return "r" + orders;
    }
}
