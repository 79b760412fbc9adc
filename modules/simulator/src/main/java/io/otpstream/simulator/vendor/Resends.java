package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When, if ever, a text comes that was asked for again. */
final class Resends {

    private final ArrivalCurve curve;
    private final Duration median;
    private final Chance chance;

    /**
     * @param first when first texts come
     * @param median of those that come again
     */
    Resends(ArrivalCurve first, Duration median, Chance chance) {
        this.curve = new ArrivalCurve(median, first.sigma(), first.arrivalShare());
        this.median = median;
        this.chance = chance;
    }

    /** @param before how often another text was asked for before */
    Optional<Sms> draw(Order order, int before, Duration now) {
        RandomGenerator random = chance.ofResend(order.sequence(), before);
        Secret code = Chance.code(random);
        // Who forces an outcome wants to know what comes.
        Optional<Duration> wait =
                ForcedOutcome.of(order.product()).isPresent() ? Optional.of(median) : curve.draw(random);
        return wait.map(after -> Sms.withCode(now.plus(after), code));
    }
}
