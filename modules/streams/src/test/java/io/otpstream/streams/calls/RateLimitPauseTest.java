package io.otpstream.streams.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError.RateLimited;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RateLimitPauseTest {

    private static final RateLimited WITHOUT_ADVICE = new RateLimited(null);
    private static final RandomGenerator LEAST = () -> 0L;
    private static final RandomGenerator MOST = () -> -1L;

    @Test
    void growsAsTheGuideSays() {
        RateLimitPause pause = new RateLimitPause(1, LEAST);
        List<Long> seconds = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            seconds.add(pause.after(WITHOUT_ADVICE).toSeconds());
        }
        assertThat(seconds).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void isUpToAQuarterLonger() {
        assertThat(new RateLimitPause(1, MOST).after(WITHOUT_ADVICE))
                .isBetween(Duration.ofMillis(1_249), Duration.ofMillis(1_250));
    }

    @Test
    void anotherAnswerEndsTheRow() {
        RateLimitPause pause = new RateLimitPause(1, LEAST);
        pause.after(WITHOUT_ADVICE);
        pause.after(WITHOUT_ADVICE);
        pause.reset();
        assertThat(pause.after(WITHOUT_ADVICE)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void retryAfterWinsAndCounts() {
        RateLimitPause pause = new RateLimitPause(1, MOST);
        assertThat(pause.after(new RateLimited(Duration.ofSeconds(42)))).isEqualTo(Duration.ofSeconds(42));
        assertThat(pause.after(WITHOUT_ADVICE)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aFasterWorldHasShorterPausesButItsOwnRetryAfter() {
        RateLimitPause pause = new RateLimitPause(10, LEAST);
        assertThat(pause.after(WITHOUT_ADVICE)).isEqualTo(Duration.ofMillis(100));
        assertThat(pause.after(new RateLimited(Duration.ofSeconds(3)))).isEqualTo(Duration.ofSeconds(3));
    }
}
