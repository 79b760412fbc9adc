package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which requests an {@link Outage} hits, and the storms of 429 that it sets off. */
final class Faults {

    /** How long a storm lasts, and so the {@code Retry-After} at its beginning. */
    static final Duration STORM = Duration.ofSeconds(5);

    private final Chance chance;
    private Outage outage;
    private Outage.Kind storm = Outage.Kind.NONE;
    private Duration stormEndsAt = Duration.ZERO;

    Faults(Outage outage, Chance chance) {
        this.outage = outage;
        this.chance = chance;
    }

    /** Starts, replaces or ends an outage; a storm ends with the outage that set it off. */
    void set(Outage other) {
        outage = other;
        stormEndsAt = Duration.ZERO;
    }

    /** What happens to the next request. */
    Outage.Kind next(ApiCall call, Duration now) {
        if (!outage.calls().contains(call)) {
            return Outage.Kind.NONE;
        }
        if (now.compareTo(stormEndsAt) < 0) {
            return storm;
        }
        if (!chance.hits(outage.share())) {
            return Outage.Kind.NONE;
        }
        List<Outage.Kind> kinds = outage.kinds();
        Outage.Kind kind = kinds.size() == 1 ? kinds.getFirst() : chance.oneOf(kinds);
        if (kind.symptom() == Outage.Symptom.RATE_LIMITED) {
            storm = kind;
            stormEndsAt = now.plus(STORM);
        }
        return kind;
    }

    /** How the 429 of a storm says when to come back. */
    Optional<RetryAfter> retryAfter(Duration now) {
        if (storm == Outage.Kind.RATE_LIMITED_BARE) {
            return Optional.empty();
        }
        RetryAfter.Form form = storm == Outage.Kind.RATE_LIMITED_DATE ? RetryAfter.Form.DATE : RetryAfter.Form.SECONDS;
        return Optional.of(new RetryAfter(stormEndsAt.minus(now), form));
    }
}
