package io.otpstream.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    @Test
    void aMinuteHasItsBeginningAndNotItsEnd() {
        assertThat(arrivals(0L, MINUTE).largestSlidingMinute()).isEqualTo(1);
        assertThat(arrivals(0L, MINUTE - 1).largestSlidingMinute()).isEqualTo(2);
        assertThat(arrivals().largestSlidingMinute()).isZero();
    }

    @Test
    void theLargestMinuteMayBeginAnywhere() {
        assertThat(arrivals(0L, 59 * MINUTE / 60, MINUTE, MINUTE + 1, 3 * MINUTE)
                        .largestSlidingMinute())
                .isEqualTo(3);
    }

    @Test
    void theLargestMinuteIsTheOneThatCountingFindsToo() {
        SplittableRandom random = new SplittableRandom(7);
        for (int run = 0; run < 50; run++) {
            List<Long> nanos =
                    random.longs(200, 0, 10 * MINUTE).sorted().boxed().toList();
            Arrivals arrivals = new Arrivals(10 * MINUTE, nanos);

            assertThat(arrivals.largestSlidingMinute())
                    .isEqualTo(nanos.stream()
                            .mapToInt(from -> arrivals.between(from, from + MINUTE))
                            .max()
                            .orElse(0));
        }
    }

    @Test
    void minutesFollowOneAnother() {
        Arrivals arrivals = arrivals(9L, 10L, 11L, 10 + MINUTE, 9 + 2 * MINUTE, 10 + 2 * MINUTE);

        assertThat(arrivals.minutes(10, 2)).containsExactly(2, 2);
        assertThat(arrivals.minutes(10, 0)).isEmpty();
    }

    private static Arrivals arrivals(Long... nanos) {
        return new Arrivals(Long.MAX_VALUE, Stream.of(nanos).toList());
    }
}
