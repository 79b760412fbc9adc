package io.otpstream.simulator.vendor;

import static io.otpstream.simulator.vendor.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private final Traffic traffic = new Traffic(3);

    TrafficTest() {
        traffic.setToken("good", TokenState.VALID);
        traffic.setToken("other", TokenState.VALID);
        traffic.setToken("weak", TokenState.FORBIDDEN);
    }

    @Test
    void letsInSoManyAMinuteAndSaysWhenTheNextMayCome() {
        admit("good", 0);
        admit("good", 10);
        admit("good", 59);

        assertThat(assertRefused(Refusal.RATE_LIMIT_EXCEEDED, () -> admit("good", 59.5))
                        .retryAfter())
                .contains(new RetryAfter(Duration.ofMillis(10_500), RetryAfter.Form.SECONDS));
        admit("good", 70);
        assertRefused(Refusal.RATE_LIMIT_EXCEEDED, () -> admit("good", 70.1));

        assertThat(traffic.requests()).isEqualTo(6);
        assertThat(traffic.rateLimited()).isEqualTo(2);
        assertThat(traffic.overLimit()).isEqualTo(2);
        // Those at 0, 10, 59 and 59.5 s: refused ones count.
        assertThat(traffic.largestSlidingMinute()).isEqualTo(4);
    }

    @Test
    void everyTokenHasItsOwnMinute() {
        for (int i = 0; i < 3; i++) {
            admit("good", 0);
            admit("other", 0);
        }
        assertThat(traffic.largestSlidingMinute()).isEqualTo(3);
    }

    @Test
    void whoIsUnknownIsUnauthorizedHoweverOften() {
        for (int i = 0; i < 5; i++) {
            assertRefused(Refusal.UNAUTHORIZED, () -> admit("unknown", 0));
            assertRefused(Refusal.UNAUTHORIZED, () -> traffic.admit(null, Duration.ZERO));
        }
        assertThat(traffic.requests()).isEqualTo(10);
        assertThat(traffic.largestSlidingMinute()).isZero();
    }

    @Test
    void aTokenCanLoseAndRegainItsWorth() {
        assertRefused(Refusal.FORBIDDEN, () -> admit("weak", 0));
        traffic.setToken("weak", TokenState.VALID);
        admit("weak", 0);
        traffic.setToken("weak", TokenState.REVOKED);
        assertRefused(Refusal.UNAUTHORIZED, () -> admit("weak", 0));
    }

    @Test
    void knowsWhenTheRequestsOfEachTokenCame() {
        for (int second = 0; second < 4; second++) {
            admitIfPossible("good", second);
        }
        admit("other", 5);
        assertRefused(Refusal.UNAUTHORIZED, () -> admit("unknown", 6));

        // The fourth was too many, and came all the same.
        assertThat(traffic.arrivals())
                .containsExactly(
                        List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3)),
                        List.of(Duration.ofSeconds(5)));
    }

    private void admitIfPossible(String token, double seconds) {
        try {
            admit(token, seconds);
        } catch (RefusedException refused) {
            assertThat(refused.refusal()).isEqualTo(Refusal.RATE_LIMIT_EXCEEDED);
        }
    }

    private void admit(String token, double seconds) {
        traffic.admit(token, Duration.ofNanos(Math.round(seconds * 1e9)));
    }
}
