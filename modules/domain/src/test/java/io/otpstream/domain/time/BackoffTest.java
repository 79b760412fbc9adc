package io.otpstream.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void pausesDoubleUpToTheLongest() {
        assertThat(IntStream.rangeClosed(1, 8)
                        .mapToObj(tries -> Backoff.GUIDE.after(tries).toSeconds()))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void inAFasterWorldTheyAreShorter() {
        Backoff fast = Backoff.GUIDE.atSpeed(10);

        assertThat(fast.after(1)).isEqualTo(Duration.ofMillis(100));
        assertThat(fast.after(100)).isEqualTo(Duration.ofSeconds(3));
    }
}
