package io.otpstream.streams.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiError.RateLimited;
import io.otpstream.domain.api.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CancelCapTest {

    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final List<GateNews> news = new ArrayList<>();
    private final CancelCap cap = new CancelCap(Dialect.PUBLISHED, MINUTE, 1, news::add);

    @Test
    void withoutAWordItLastsAnHour() {
        assertThat(cap.onAnswer(limited(null), T)).isTrue();
        Instant until = T.plus(Duration.ofHours(1));
        assertThat(cap.isReached(until.minusNanos(1))).isTrue();
        assertThat(cap.isReached(until)).isFalse();
        assertThat(news).containsExactly(new GateNews.CancelsCapped(until));
    }

    @Test
    void elseAsLongAsTheApiSays() {
        assertThat(cap.onAnswer(limited(Duration.ofHours(7)), T)).isTrue();
        assertThat(news).containsExactly(new GateNews.CancelsCapped(T.plus(Duration.ofHours(7))));
    }

    @Test
    void aWaitOfAMinuteIsAboutTooManyCalls() {
        assertThat(cap.onAnswer(limited(MINUTE), T)).isFalse();
        assertThat(cap.isReached(T)).isFalse();
    }

    @Test
    void otherAnswersAreNotIt() {
        assertThat(cap.onAnswer(null, T)).isFalse();
        assertThat(cap.onAnswer(new ApiError.Conflict(), T)).isFalse();
    }

    @Test
    void theGuideKnowsNoSuchCap() {
        CancelCap guide = new CancelCap(Dialect.GUIDE, MINUTE, 1, news::add);
        assertThat(guide.onAnswer(limited(null), T)).isFalse();
    }

    @Test
    void cancelsThatWereOnTheirWayMakeItNoNews() {
        cap.onAnswer(limited(null), T);
        cap.onAnswer(limited(null), T.plusSeconds(1));
        assertThat(news).hasSize(1);
    }

    @Test
    void itIsNewsAgainTheNextTime() {
        cap.onAnswer(limited(null), T);
        cap.onAnswer(limited(null), T.plus(Duration.ofHours(2)));
        assertThat(news).hasSize(2);
    }

    @Test
    void whatAnotherProcessWasToldIsNoNewsHere() {
        cap.onReachedElsewhere(T.plusSeconds(60));
        assertThat(cap.isReached(T)).isTrue();
        assertThat(news).isEmpty();
    }

    private static RateLimited limited(@Nullable Duration retryAfter) {
        return new RateLimited(retryAfter);
    }
}
