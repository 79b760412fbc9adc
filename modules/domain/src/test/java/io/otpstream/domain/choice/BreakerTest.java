package io.otpstream.domain.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final Duration MEMORY = Duration.ofMinutes(5);
    private static final BreakerRules RULES = new BreakerRules(OptionalInt.of(20), 10, PAUSE, MEMORY);

    /** All orders so far, and the breaker that was told of each. */
    private Evidence told = Evidence.none(T);

    private Breaker breaker = Breaker.of(RULES);

    @Test
    void fewOrdersSayNothing() {
        orders(9, 0, T);
        assertThat(breaker.isBarred(T)).isFalse();
        orders(1, 0, T);
        assertThat(breaker.isBarred(T)).isTrue();
    }

    @Test
    void enoughCodesKeepItGoing() {
        orders(80, 20, T);
        assertThat(breaker.isBarred(T)).isFalse();
    }

    @Test
    void whatWasLongAgoDoesNotOutweighWhatIsNow() {
        orders(0, 1_000, T);
        Instant later = T.plusSeconds(60);
        int failed = 0;
        while (!breaker.isBarred(later)) {
            later = later.plusSeconds(10);
            orders(1, 0, later);
            failed++;
        }
        assertThat(failed).isBetween(60, 120);
    }

    @Test
    void manyOrdersThatAreGivenUpTogetherAreNoBadCountry() {
        for (int minute = 1; minute <= 30; minute++) {
            Instant now = T.plus(Duration.ofMinutes(minute));
            orders(0, 180, now);
            if (minute % 3 == 0) {
                orders(180, 0, now.plusSeconds(1));
            }
            assertThat(breaker.holdsBack()).as("in minute %d", minute).isFalse();
        }
    }

    @Test
    void manyOrdersOfWhichNoneBringsACodeAnyMoreAreNoticedInMinutes() {
        int minute = 0;
        for (; minute < 30; minute++) {
            orders(60, 180, T.plus(Duration.ofMinutes(minute)));
        }
        while (!breaker.holdsBack()) {
            orders(240, 0, T.plus(Duration.ofMinutes(minute++)));
        }
        assertThat(minute - 30).isBetween(3, 10);
    }

    @Test
    void afterThePauseThereIsOneOrderAtATime() {
        orders(10, 0, T);
        Instant later = T.plus(PAUSE);
        assertThat(breaker.isBarred(later.minusNanos(1))).isTrue();
        assertThat(breaker.isBarred(later)).isFalse();
        breaker = breaker.placed(later);
        assertThat(breaker.isBarred(later)).isTrue();

        orders(1, 0, later.plusSeconds(90));
        assertThat(breaker.isBarred(later.plusSeconds(90)))
                .as("it has failed too: the next one")
                .isFalse();
        assertThat(breaker.holdsBack()).isTrue();
    }

    @Test
    void oneCodeIsEnoughAndWhatWasBeforeIsForgotten() {
        orders(10, 0, T);
        Instant later = T.plus(PAUSE);
        breaker = breaker.placed(later);
        orders(0, 1, later.plusSeconds(30));
        assertThat(breaker.holdsBack()).isFalse();
        orders(9, 0, later.plusSeconds(60));
        assertThat(breaker.holdsBack()).isFalse();
        orders(1, 0, later.plusSeconds(60));
        assertThat(breaker.holdsBack()).isTrue();
    }

    @Test
    void aCodeOfAnOrderFromBeforeDoesNotEndThePause() {
        orders(10, 0, T);
        orders(0, 1, T.plusSeconds(30));
        assertThat(breaker.isBarred(T.plusSeconds(30))).isTrue();
    }

    @Test
    void anOrderOfWhichNothingIsHeardHoldsUpNoOtherForEver() {
        orders(10, 0, T);
        Instant later = T.plus(PAUSE);
        breaker = breaker.placed(later);
        assertThat(breaker.isBarred(later.plus(PAUSE).minusNanos(1))).isTrue();
        assertThat(breaker.isBarred(later.plus(PAUSE))).isFalse();
    }

    @Test
    void theSameFiguresAgainAreNoNews() {
        orders(10, 0, T);
        Instant later = T.plus(PAUSE);
        breaker = breaker.placed(later).told(told.at(later.plusSeconds(1)));
        assertThat(breaker.isBarred(later.plusSeconds(1))).isTrue();
    }

    @Test
    void withoutARuleItGoesOn() {
        breaker = Breaker.of(BreakerRules.NONE);
        orders(1_000, 0, T);
        assertThat(breaker.isBarred(T)).isFalse();
    }

    private void orders(int failed, int codes, Instant at) {
        told = told.at(at).plus(new Evidence(codes, failed + codes, at));
        breaker = breaker.told(told);
    }
}
