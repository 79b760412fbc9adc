package io.otpstream.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OccasionalLogTest {

    private Instant now = Instant.parse("2026-11-26T00:00:00Z");

    @Test
    void aMinuteHasOneLinePerAnswerThatCountsWhatWasLeftOut() {
        OccasionalLog log = new OccasionalLog(() -> now);

        assertThat(log.happened(Answer.FORGED)).hasValue(1);
        assertThat(log.happened(Answer.FORGED)).isEmpty();
        assertThat(log.happened(Answer.NOT_JSON)).hasValue(1);
        now = now.plusSeconds(59);
        assertThat(log.happened(Answer.FORGED)).isEmpty();
        now = now.plusSeconds(1);
        assertThat(log.happened(Answer.FORGED)).hasValue(3);
        assertThat(log.happened(Answer.FORGED)).isEmpty();
    }
}
