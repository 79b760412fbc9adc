package io.otpstream.streams.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrphansTest {

    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);

    private final Orphans orphans = new Orphans(3);

    @Test
    void anOrderIsTakenOnce() {
        PushedEvent text = text("1", 1);
        orphans.add(text, T);
        assertThat(orphans.take("1", T)).containsExactly(text);
        assertThat(orphans.take("1", T)).isEmpty();
    }

    @Test
    void theLatestTextAndTheEndAreKept() {
        PushedEvent end = event(PushedEvent.Kind.COMPLETED, "1", null);
        orphans.add(end, T);
        orphans.add(text("1", 2), T);
        orphans.add(text("1", 1), T);
        orphans.add(text("1", 2), T);
        assertThat(orphans.take("1", T)).containsExactly(text("1", 2), end);
    }

    @Test
    void nothingIsKeptForMoreThanADay() {
        orphans.add(text("1", 1), T);
        orphans.add(text("2", 1), T.plusSeconds(1));
        assertThat(orphans.take("2", T.plus(DAY).plusSeconds(1))).hasSize(1);
        assertThat(orphans.take("1", T.plus(DAY).plusSeconds(1))).isEmpty();
    }

    @Test
    void theOldestGoesWhereThereAreTooMany() {
        for (int order = 1; order <= 5; order++) {
            orphans.add(text(Integer.toString(order), 1), T.plusSeconds(order));
        }
        assertThat(orphans.size()).isEqualTo(3);
        assertThat(orphans.take("2", T)).isEmpty();
        assertThat(orphans.take("3", T)).hasSize(1);
    }

    private static PushedEvent text(String orderId, int revision) {
        return event(PushedEvent.Kind.OTP_RECEIVED, orderId, revision);
    }

    private static PushedEvent event(PushedEvent.Kind kind, String orderId, @Nullable Integer revision) {
        return PushedEvent.of(kind, orderId, revision, "847291", null, T);
    }
}
