package io.otpstream.domain.purchase;

import io.otpstream.domain.time.ApiTime;
import io.otpstream.domain.time.Backoff;
import java.time.Duration;

/**
 * The durations that the decider works with, in real time.
 *
 * @param pauses after unclear answers
 * @param whileInProgress pause after the API said that it is still dealing with the first sending
 * @param giveUpAfter from the decision on: then it is not sent any more. The contract doesn't say how long the API
 *     remembers a key, and a key that it has forgotten would buy once more
 */
public record PurchaseRules(Backoff pauses, Duration whileInProgress, Duration giveUpAfter) {

    /** The guide's pauses, and ten minutes. */
    public static PurchaseRules ordinary() {
        return new PurchaseRules(Backoff.GUIDE, Duration.ofSeconds(2), Duration.ofMinutes(10));
    }

    /** The same rules in a world that runs {@code factor} times as fast. */
    public PurchaseRules atSpeed(double factor) {
        return new PurchaseRules(
                pauses.atSpeed(factor), ApiTime.toReal(whileInProgress, factor), ApiTime.toReal(giveUpAfter, factor));
    }
}
