package io.otpstream.domain.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.money.SpendCaps.Reached;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SpendTest {

    private static final Instant NOW = Instant.parse("2026-03-01T22:40:00Z");
    private static final Instant NEXT_HOUR = Instant.parse("2026-03-01T23:00:00Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-03-02T00:00:00Z");

    private final Spend spend = Spend.none(NOW);

    @Test
    void countsByWhenAnOrderWasPlaced() {
        Spend then = spend.plus(charged(NOW, 3_000))
                .plus(refunded(NOW, 3_000))
                .plus(charged(NOW.minus(Duration.ofHours(1)), 500))
                .plus(charged(NOW, 4_000))
                .plus(charged(NOW.minus(Duration.ofDays(1)), 9_000));

        assertThat(then.hourIdr()).isEqualTo(4_000);
        assertThat(then.hourBeforeIdr()).isEqualTo(500);
        assertThat(then.dayIdr()).isEqualTo(4_500);
    }

    @Test
    void turnsWithTheHourAndTheDay() {
        Spend then = spend.plus(charged(NOW, 4_000));

        assertThat(then.at(NEXT_HOUR.minusMillis(1))).isEqualTo(then);
        assertThat(then.at(NEXT_HOUR)).isEqualTo(new Spend(NEXT_HOUR, 0, 4_000, spend.day(), 4_000));
        assertThat(then.at(NEXT_DAY)).isEqualTo(new Spend(NEXT_DAY, 0, 0, NEXT_DAY, 0));
        assertThat(then.at(NOW.minus(Duration.ofHours(2))))
                .as("time doesn't go back")
                .isEqualTo(then);
    }

    @Test
    void anOrderOfTheNextHourBeginsIt() {
        Spend then = spend.plus(charged(NOW, 4_000)).plus(charged(NEXT_HOUR, 500));

        assertThat(then.hour()).isEqualTo(NEXT_HOUR);
        assertThat(then.hourIdr()).isEqualTo(500);
        assertThat(then.at(NOW)).isEqualTo(then);
    }

    @Test
    void theLastHourIsThisOneAndAPartOfTheOneBefore() {
        Spend then = spend.plus(charged(NOW, 4_000)).plus(charged(NOW.minus(Duration.ofHours(1)), 3_000));

        assertThat(then.lastHourIdr(NOW)).isEqualTo(4_000 + 1_000);
    }

    @Test
    void aCapIsReachedUntilItsTimeEnds() {
        SpendCaps caps = new SpendCaps(OptionalLong.of(4_000), OptionalLong.of(10_000));

        assertThat(caps.reached(spend.plus(charged(NOW, 3_999)))).isEmpty();
        assertThat(caps.reached(spend.plus(charged(NOW, 4_000)))).contains(new Reached.OfHour(4_000, NEXT_HOUR));
        assertThat(caps.reached(spend.plus(charged(NOW, 10_000)))).contains(new Reached.OfDay(10_000, NEXT_DAY));
        assertThat(SpendCaps.NONE.reached(spend.plus(charged(NOW, 1_000_000)))).isEmpty();
    }

    private static Move charged(Instant placedAt, long idr) {
        return new Move(placedAt, placedAt, idr, 0, idr, 0);
    }

    private static Move refunded(Instant placedAt, long idr) {
        return new Move(placedAt, placedAt, 0, idr, -idr, 0);
    }
}
