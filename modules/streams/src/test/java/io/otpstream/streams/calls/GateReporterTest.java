package io.otpstream.streams.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.Alert;
import io.otpstream.contract.Severity;
import io.otpstream.streams.calls.OrderGate.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateReporterTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Alert> alerts = new ArrayList<>();
    private final RecordedSignals fleet = new RecordedSignals();
    private final GateReporter reporter = new GateReporter(alerts::add, fleet, () -> NOW);

    @ParameterizedTest
    @CsvSource({"TOKEN_REJECTED, token_rejected", "NO_BALANCE, balance_empty", "API_DOWN, api_down"})
    void whatStopsOrdersIsCritical(Cause cause, String kind) {
        reporter.report(new GateNews.Closed(cause, 0));
        assertThat(alerts).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(kind);
            assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(alert.message()).startsWith("No new orders: ").endsWith(" Requests wait.");
            assertThat(alert.at()).isEqualTo(NOW);
        });
        assertThat(fleet.paused).containsExactly(cause);
    }

    @Test
    void whatAnotherProcessSaysIsNeitherRepeatedNorAnAlert() {
        reporter.report(new GateNews.ClosedElsewhere(Cause.API_DOWN));
        reporter.report(new GateNews.Opened(Cause.API_DOWN, true));
        assertThat(alerts).isEmpty();
        assertThat(fleet.paused).isEmpty();
    }

    @Test
    void goingOnIsToldTooButNotTheFirstStart() {
        reporter.report(new GateNews.Opened(Cause.UNCHECKED, false));
        assertThat(alerts).isEmpty();
        reporter.report(new GateNews.Opened(Cause.API_DOWN, false));
        assertThat(alerts).containsExactly(Alert.cleared("api_down", null, "Orders are placed again.", NOW));
    }
}
