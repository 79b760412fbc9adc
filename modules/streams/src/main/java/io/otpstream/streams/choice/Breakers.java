package io.otpstream.streams.choice;

import io.otpstream.contract.Alert;
import io.otpstream.contract.AlertKind;
import io.otpstream.contract.Severity;
import io.otpstream.domain.choice.Breaker;
import io.otpstream.domain.choice.BreakerRules;
import io.otpstream.domain.choice.Evidence;
import io.otpstream.domain.lifecycle.Offer;
import io.otpstream.streams.calls.AlertSink;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops buying in a country for a platform where too many orders fail. Every process learns the same from the success
 * rates, so that all stop at about the same time; one order at a time then means one of each process. Safe for use by
 * several threads.
 */
public final class Breakers {

    private static final Logger LOG = LoggerFactory.getLogger(Breakers.class);

    private static final String KIND = AlertKind.BUYING_STOPPED.word();
    private static final String ACTION =
            "Take the country from the requests for this platform, or give it more timeout_seconds: nothing is lost but"
                    + " time, and orders are tried again one by one.";

    private final BreakerRules rules;
    private final AlertSink alerts;
    private final BooleanSupplier speaks;
    private final Map<Cell, Breaker> breakers = new HashMap<>();

    /**
     * Buying goes on everywhere.
     *
     * @param speaks whether this process is the one that tells people
     */
    public Breakers(BreakerRules rules, AlertSink alerts, BooleanSupplier speaks) {
        this.rules = rules;
        this.alerts = alerts;
        this.speaks = speaks;
    }

    /** Buying goes on whatever happens. */
    public static Breakers none() {
        return new Breakers(BreakerRules.NONE, alert -> {}, () -> false);
    }

    /** How the orders of the last hours went in a country for a platform. */
    public void told(int countryId, int platformId, Evidence recent) {
        if (rules.successBelowPercent().isEmpty()) {
            return;
        }
        Cell cell = new Cell(countryId, platformId);
        Breaker before;
        Breaker after;
        synchronized (breakers) {
            before = breakers.getOrDefault(cell, Breaker.of(rules));
            after = before.told(recent);
            breakers.put(cell, after);
        }
        if (before.holdsBack() != after.holdsBack()) {
            report(cell, after, recent.asOf());
        }
    }

    /** The offers, with those barred where nothing is to be bought now. */
    public List<Offer> bar(int platformId, List<Offer> offers, Instant now) {
        return offers.stream()
                .map(offer -> isBarred(new Cell(offer.countryId(), platformId), now) ? offer.bar() : offer)
                .toList();
    }

    private boolean isBarred(Cell cell, Instant now) {
        synchronized (breakers) {
            Breaker breaker = breakers.get(cell);
            return breaker != null && breaker.isBarred(now);
        }
    }

    /** An order is being placed. */
    public void placed(int countryId, int platformId, Instant now) {
        synchronized (breakers) {
            breakers.computeIfPresent(new Cell(countryId, platformId), (cell, breaker) -> breaker.placed(now));
        }
    }

    private void report(Cell cell, Breaker breaker, Instant at) {
        String subject = cell.subject();
        if (breaker.holdsBack()) {
            String message =
                    ("Orders of country %d for platform %d are stopped: of the last %d, %d brought a code. They are"
                                    + " tried again one by one.")
                            .formatted(
                                    cell.countryId(),
                                    cell.platformId(),
                                    Math.round(breaker.recent().orders()),
                                    Math.round(breaker.recent().codes()));
            LOG.warn(message);
            raise(Alert.raised(KIND, subject, message, ACTION, at, Severity.WARNING));
        } else {
            String message = "Orders of country %d for platform %d bring codes again."
                    .formatted(cell.countryId(), cell.platformId());
            LOG.info(message);
            raise(Alert.cleared(KIND, subject, message, at));
        }
    }

    private void raise(Alert alert) {
        if (speaks.getAsBoolean()) {
            alerts.raise(alert);
        }
    }
}
