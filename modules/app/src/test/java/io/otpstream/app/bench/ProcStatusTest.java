package io.otpstream.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcStatusTest {

    @Test
    void knowsThePeak() {
        assertThat(new ProcStatus(List.of("Name:\tjava", "VmPeak:\t 9000 kB", "VmHWM:\t  2048 kB", "VmRSS:\t 1024 kB"))
                        .residentPeakBytes())
                .hasValue(2 * 1024 * 1024);
    }

    @Test
    void whatHasEndedHasNone() {
        assertThat(new ProcStatus(List.of("Name:\tjava", "State:\tZ (zombie)")).residentPeakBytes())
                .isEmpty();
        assertThat(ProcStatus.of(Long.MAX_VALUE)).isEmpty();
    }
}
