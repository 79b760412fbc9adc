package io.otpstream.domain.choice;

import io.otpstream.domain.rates.Fading;
import java.time.Instant;

/**
 * Orders and what came of them, weighed by age as in {@code recent_orders} of the success rates, see {@link Fading}. As all
 * fade alike, what is known at two times can be added and subtracted.
 *
 * @param codes how many brought a code, by weight
 * @param orders how many there were, by weight; never less than the codes
 * @param asOf when the weights are right
 */
public record Evidence(double codes, double orders, Instant asOf) {

    /**
     * Weights.
     *
     * @throws IllegalArgumentException if they can't be that
     */
    public Evidence {
        if (!(codes >= 0 && codes <= orders && orders < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("expected 0 <= codes <= orders");
        }
    }

    /** None. */
    public static Evidence none(Instant asOf) {
        return new Evidence(0, 0, asOf);
    }

    /** One order. */
    public static Evidence of(boolean code, Instant at) {
        return new Evidence(code ? 1 : 0, 1, at);
    }

    /** What it is worth later; now or before, as it is. */
    public Evidence at(Instant later) {
        if (!later.isAfter(asOf)) {
            return this;
        }
        double left = Fading.left(asOf, later);
        return new Evidence(codes * left, orders * left, later);
    }

    /** Both together, at the later of the two times. */
    public Evidence plus(Evidence other) {
        Evidence mine = at(other.asOf);
        Evidence others = other.at(asOf);
        return new Evidence(mine.codes + others.codes, mine.orders + others.orders, mine.asOf);
    }

    /** What is left without the other, at the later of the two times; nothing is less than none. */
    public Evidence minus(Evidence other) {
        Evidence mine = at(other.asOf);
        Evidence others = other.at(asOf);
        double left = Math.max(0, mine.orders - others.orders);
        return new Evidence(Math.clamp(mine.codes - others.codes, 0, left), left, mine.asOf);
    }

    /** Whether the weights are the same, whenever they are right. */
    boolean weighsAs(Evidence other) {
        return codes == other.codes && orders == other.orders;
    }

    /** The same share of codes, known from no more orders than that. */
    public Evidence atMost(double most) {
        // Where all orders brought a code, rounding may make it one more than that.
        return orders <= most ? this : new Evidence(Math.min(codes * most / orders, most), most, asOf);
    }
}
