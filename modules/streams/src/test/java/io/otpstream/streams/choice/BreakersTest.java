package io.otpstream.streams.choice;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.Alert;
import io.otpstream.contract.AlertState;
import io.otpstream.domain.choice.BreakerRules;
import io.otpstream.domain.choice.Evidence;
import io.otpstream.domain.lifecycle.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BreakersTest {

    private static final int WHATSAPP = 1;
    private static final int INDONESIA = 6;
    private static final int MALAYSIA = 7;
    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final BreakerRules RULES = new BreakerRules(OptionalInt.of(20), 10, PAUSE, Duration.ofMinutes(5));
    private static final List<Offer> OFFERS = List.of(new Offer(INDONESIA, 3_500, 9), new Offer(MALAYSIA, 9_000, 2));

    private final List<Alert> alerts = new ArrayList<>();
    private final AtomicBoolean speaks = new AtomicBoolean(true);
    private final Breakers breakers = new Breakers(RULES, alerts::add, speaks::get);

    @Test
    void onlyTheOfferWhereOrdersFailIsBarred() {
        breakers.told(INDONESIA, WHATSAPP, new Evidence(1, 10, T));
        breakers.told(MALAYSIA, WHATSAPP, new Evidence(2, 10, T));
        assertThat(barred(WHATSAPP, T)).containsExactly(true, false);
        assertThat(barred(2, T)).as("another platform").containsExactly(false, false);
    }

    @Test
    void afterThePauseOneOrderAtATimeIsLetThrough() {
        breakers.told(INDONESIA, WHATSAPP, new Evidence(0, 10, T));
        Instant later = T.plus(PAUSE);
        assertThat(barred(WHATSAPP, later)).containsExactly(false, false);
        breakers.placed(INDONESIA, WHATSAPP, later);
        assertThat(barred(WHATSAPP, later)).containsExactly(true, false);
    }

    @Test
    void peopleAreToldWhenItStopsAndWhenItGoesOn() {
        breakers.told(INDONESIA, WHATSAPP, new Evidence(0, 10, T));
        breakers.told(INDONESIA, WHATSAPP, new Evidence(0, 11, T));
        Instant later = T.plus(PAUSE);
        breakers.told(INDONESIA, WHATSAPP, new Evidence(1, 12, later));
        assertThat(alerts).extracting(Alert::kind).containsOnly("buying_stopped");
        assertThat(alerts).extracting(Alert::subject).containsOnly("6/1");
        assertThat(alerts).extracting(Alert::state).containsExactly(AlertState.RAISED, AlertState.CLEARED);
    }

    @Test
    void onlyOneProcessTellsPeople() {
        speaks.set(false);
        breakers.told(INDONESIA, WHATSAPP, new Evidence(0, 10, T));
        assertThat(alerts).isEmpty();
        assertThat(barred(WHATSAPP, T)).containsExactly(true, false);
    }

    @Test
    void withoutARuleNothingStops() {
        Breakers none = Breakers.none();
        none.told(INDONESIA, WHATSAPP, new Evidence(0, 1_000, T));
        assertThat(none.bar(WHATSAPP, OFFERS, T)).isEqualTo(OFFERS);
    }

    private List<Boolean> barred(int platformId, Instant now) {
        return breakers.bar(platformId, OFFERS, now).stream().map(Offer::barred).toList();
    }
}
