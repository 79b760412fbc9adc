package io.otpstream.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NumberTimesTest {

    private final NumberTimes times = new NumberTimes();

    @Test
    void percentilesAreThoseOfTheTimesFromRequestToNumber() {
        for (int i = 1; i <= 100; i++) {
            times.sent("r" + i, seconds(1_000));
            times.read(placed("r" + i), seconds(1_000 + i));
        }

        assertThat(times.withoutNumber()).isZero();
        assertThat(times.percentileSeconds(50)).isCloseTo(50, within(0.1));
        assertThat(times.percentileSeconds(95)).isCloseTo(95, within(0.1));
        assertThat(times.percentileSeconds(100)).isCloseTo(100, within(0.1));
    }

    @Test
    void onlyTheFirstNumberOfARequestThatWasSentCounts() {
        times.sent("r1", 0);
        times.read(placed("other"), seconds(1));
        times.read(
                OrderEvent.of(OrderEventType.REFUSED, "r1", 1, 6, 1, Instant.EPOCH)
                        .build(),
                seconds(1));
        assertThat(times.withoutNumber()).isEqualTo(1);
        assertThat(times.percentileSeconds(100)).isZero();

        times.read(placed("r1"), seconds(2));
        times.read(placed("r1"), seconds(9));
        assertThat(times.withoutNumber()).isZero();
        assertThat(times.percentileSeconds(100)).isCloseTo(2, within(0.01));
    }

    private static OrderEvent placed(String requestId) {
        return OrderEvent.of(OrderEventType.PLACED, requestId, 1, 6, 1, Instant.EPOCH)
                .phoneNumber("+628400000000")
                .build();
    }

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
