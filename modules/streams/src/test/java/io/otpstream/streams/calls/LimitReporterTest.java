package io.otpstream.streams.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitReporterTest {

    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Alert> alerts = new ArrayList<>();
    private final LimitReporter reporter = new LimitReporter(alerts::add, 300, Duration.ofSeconds(60));

    @Test
    void saysWhatAPersonCanActOn() {
        reporter.rateLimited(212, T);
        assertThat(alerts).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo("rate_limited");
            assertThat(alert.at()).isEqualTo(T);
            assertThat(alert.message()).contains("300", "212", "rate.limit.per.minute");
        });
    }

    @Test
    void oncePerEpisode() {
        for (int minute = 0; minute < 30; minute++) {
            reporter.rateLimited(1, T.plusSeconds(60L * minute));
        }
        assertThat(alerts).hasSize(1);
        reporter.rateLimited(1, T.plusSeconds(60 * 29 + 601));
        assertThat(alerts).hasSize(2);
    }
}
