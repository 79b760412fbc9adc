package io.otpstream.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BacklogReportTest {

    private static final BacklogSettings SETTINGS = new BacklogSettings(100_000, 100, 7);
    private static final BacklogReport GOOD =
            new BacklogReport(SETTINGS, 2.9, 4.2346, 0.6, 4.999, 6.5, 0, 300L * 1024 * 1024, true, 0);

    @Test
    void whatReachesTheTargetIsRight() {
        assertThat(GOOD.violations()).isEmpty();
        assertThat(GOOD.text())
                .isEqualTo("backlog: seed 7, 100000 batch requests sent in 2.90 s, read in 4.23 s; 100 interactive ones"
                        + " meanwhile: number after 0.60 s (p50), 5.00 s (p95), 6.50 s (longest), 0 without; 300 MiB"
                        + " resident at most with 256 MiB of heap; 0 answers with 429");
        assertThat(GOOD.json())
                .isEqualTo(("{'seed':7,'batch':100000,'interactive':100,'send_s':2.9,'intake_s':4.235,'p50_s':0.6,"
                                + "'p95_s':4.999,'max_s':6.5,'without_number':0,'resident_peak_mib':300,"
                                + "'heap_limit_mib':256,'alive':true,'api_429':0}")
                        .replace('\'', '"'));
    }

    @Test
    void everyTargetThatIsMissedIsNamed() {
        BacklogReport bad = new BacklogReport(SETTINGS, 2.9, -1, 0.6, 5.1, 6.5, 3, null, false, 0);

        assertThat(bad.violations())
                .containsExactly(
                        "the instance has ended by itself",
                        "the batch was never read to its end",
                        "3 interactive requests got no number",
                        "95 % of the numbers came within 5.10 s, more than 5.00 s");
        assertThat(bad.text()).contains("read in -;").contains("; - MiB resident");
        assertThat(bad.json()).contains("\"intake_s\":null").contains("\"resident_peak_mib\":null");
    }
}
