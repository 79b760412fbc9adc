package io.otpstream.streams.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError.TemporarilyBanned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderBanTest {

    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");

    private final List<GateNews> news = new ArrayList<>();
    private final OrderBan ban = new OrderBan(1, news::add);

    @Test
    void itLastsAsLongAsTheApiSays() {
        Instant until = T.plus(Duration.ofHours(4));
        ban.on(new TemporarilyBanned(until, "HARD", Duration.ofHours(9)), T);
        assertThat(ban.isOn(until.minusNanos(1))).isTrue();
        assertThat(ban.isOn(until)).isFalse();
        assertThat(news).containsExactly(new GateNews.Banned(until, "HARD"));
        assertThat(ban.next()).isEqualTo(until);
    }

    @Test
    void orHowLongItSays() {
        ban.on(new TemporarilyBanned(null, null, Duration.ofHours(2)), T);
        assertThat(ban.next()).isEqualTo(T.plus(Duration.ofHours(2)));
    }

    @Test
    void orAnHour() {
        ban.on(new TemporarilyBanned(null, null, null), T);
        assertThat(ban.next()).isEqualTo(T.plus(Duration.ofHours(1)));
    }

    @Test
    void butADayAtMost() {
        ban.on(new TemporarilyBanned(T.plus(Duration.ofDays(30)), null, null), T);
        assertThat(ban.next()).isEqualTo(T.plus(Duration.ofDays(1)));
    }

    @Test
    void andNotLessThanHalfAMinuteWhereClocksDiffer() {
        ban.on(new TemporarilyBanned(T.minusSeconds(5), null, null), T);
        assertThat(ban.isOn(T.plusSeconds(29))).isTrue();
        assertThat(ban.isOn(T.plusSeconds(30))).isFalse();
    }

    @Test
    void ordersThatWereOnTheirWayMakeItNoNews() {
        ban.on(new TemporarilyBanned(null, null, Duration.ofHours(1)), T);
        ban.on(new TemporarilyBanned(null, null, Duration.ofHours(1)), T.plusSeconds(1));
        ban.onElsewhere(T.plusSeconds(9), T);
        assertThat(news).hasSize(1);
        assertThat(ban.next()).isEqualTo(T.plus(Duration.ofHours(1)).plusSeconds(1));
    }

    @Test
    void thatItIsOverIsSaidOnce() {
        ban.onElsewhere(T.plusSeconds(60), T);
        ban.timePassed(T.plusSeconds(59));
        ban.timePassed(T.plusSeconds(60));
        ban.timePassed(T.plusSeconds(61));
        assertThat(news).containsExactly(new GateNews.BannedElsewhere(T.plusSeconds(60)), new GateNews.BanOver(true));
        assertThat(ban.next()).isNull();
    }

    @Test
    void whatWasOverBeforeThisProcessHeardOfItIsNoBan() {
        ban.onElsewhere(T, T);
        assertThat(ban.isOn(T)).isFalse();
        assertThat(news).isEmpty();
    }
}
