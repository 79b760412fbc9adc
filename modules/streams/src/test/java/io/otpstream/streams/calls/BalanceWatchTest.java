package io.otpstream.streams.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BalanceWatchTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final BalanceWatch watch = new BalanceWatch(MINUTE, 1);
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void onlyTheProcessOnDutyReads() {
        assertThat(watch.next()).isNull();
        assertThat(watch.take(now)).isFalse();

        watch.onDuty(true);
        assertThat(watch.take(now)).isTrue();
        assertThat(watch.take(now.plus(TEN_MINUTES))).as("one at a time").isFalse();

        watch.answered();
        watch.onDuty(false);
        assertThat(watch.take(now.plus(TEN_MINUTES))).isFalse();
    }

    @Test
    void readsEveryMinuteWhileThereIsWorkAndFiveTimesMoreThenEveryTen() {
        watch.onDuty(true);
        read();
        assertThat(pause()).isEqualTo(TEN_MINUTES);

        watch.worked(now.plusSeconds(30));
        for (int i = 0; i < 6; i++) {
            assertThat(pause()).as("reading %d", i).isEqualTo(MINUTE);
            read();
        }
        assertThat(pause()).isEqualTo(TEN_MINUTES);
    }

    @Test
    void aFasterWorldIsReadMoreOften() {
        BalanceWatch fast = new BalanceWatch(Duration.ofSeconds(6), 10);
        fast.onDuty(true);
        assertThat(fast.take(now)).isTrue();
        fast.answered();
        assertThat(fast.next()).isEqualTo(now.plus(MINUTE));
        BalanceWatch rare = new BalanceWatch(Duration.ofMinutes(30), 1);
        rare.onDuty(true);
        assertThat(rare.take(now)).isTrue();
        rare.answered();
        assertThat(rare.next()).as("never more often than configured").isEqualTo(now.plus(Duration.ofMinutes(30)));
    }

    @Test
    void aBalanceIsNewsWhenItChangesOrIsOfAMinuteAgo() {
        assertThat(watch.isNews(1_000, now)).isTrue();
        assertThat(watch.isNews(1_000, now.plusSeconds(5))).isFalse();
        assertThat(watch.isNews(900, now.plusSeconds(10))).isTrue();
        assertThat(watch.isNews(900, now.plusSeconds(69))).isFalse();
        assertThat(watch.isNews(900, now.plusSeconds(70))).isTrue();
    }

    private Duration pause() {
        return Duration.between(now, Objects.requireNonNull(watch.next()));
    }

    private void read() {
        Instant next = Objects.requireNonNull(watch.next());
        now = next.isAfter(now) ? next : now;
        assertThat(watch.take(next.minusMillis(1))).isFalse();
        assertThat(watch.take(now)).isTrue();
        watch.answered();
    }
}
