package io.otpstream.domain.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that nobody waits for and that is not over: it is cancelled as soon as the API allows it, because it may
 * still cost money, or finished, because it has brought what was paid for. It outlives the request's final record and
 * holds neither number nor code.
 *
 * @param platformId of the order; its request may not know its own yet, where it came after an earlier one of the same id
 * @param textRequestedAt when the requester triggered the text; null if it said nothing
 * @param expiresAt when the vendor ends the order; null where the API didn't say
 * @param step the call that comes next
 * @param nextTryAt when that call is due
 * @param looksFrom no look at this order sooner than this
 * @param tries cancels or finishes sent so far
 */
public record Cleanup(
        int attempt,
        String orderId,
        int countryId,
        int platformId,
        long priceIdr,
        PriceSource priceFrom,
        Instant placedAt,
        @Nullable Instant textRequestedAt,
        @Nullable Instant expiresAt,
        CancelReason reason,
        Step step,
        Instant nextTryAt,
        Instant looksFrom,
        int tries) {

    /** A cancel and the look that tells what a refused cancel left behind take turns. */
    public enum Step {
        CANCEL,
        LOOK,
        /** A text came for it. */
        FINISH
    }

    Cleanup next(Step nextStep, Instant at) {
        return changed(nextStep, at, looksFrom, tries);
    }

    Cleanup sent(Instant nextTry) {
        return changed(step, nextTry, looksFrom, tries + 1);
    }

    Cleanup lookedAt(Instant nextLook) {
        return changed(step, nextTryAt, nextLook, tries);
    }

    /** The same order, further on. */
    private Cleanup changed(Step nextStep, Instant nextTry, Instant nextLook, int sent) {
        return new Cleanup(
                attempt,
                orderId,
                countryId,
                platformId,
                priceIdr,
                priceFrom,
                placedAt,
                textRequestedAt,
                expiresAt,
                reason,
                nextStep,
                nextTry,
                nextLook,
                sent);
    }
}
