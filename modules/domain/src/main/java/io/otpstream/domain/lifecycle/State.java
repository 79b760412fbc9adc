package io.otpstream.domain.lifecycle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a verification stands. */
public sealed interface State {

    /** Nothing is known about the request id; nothing is stored. */
    record Unknown() implements State {}

    /** A withdraw overtook its request, which will end as withdrawn if it comes before {@code forgetAt}. */
    record WithdrawnAhead(Instant forgetAt) implements State {}

    /** A state of a request that arrived. */
    sealed interface Known extends State {
        History history();
    }

    /**
     * No order yet: waits for a permit.
     *
     * @param firstCountry index in the request's country list at which this attempt starts
     * @param unavailable countries where the API refused this attempt for want of stock
     * @param notBefore not ordered sooner than this
     */
    record Waiting(History history, int firstCountry, List<Integer> unavailable, Instant notBefore) implements Known {
        public Waiting {
            unavailable = List.copyOf(unavailable);
        }
    }

    /**
     * A create is about to be sent, on its way, or its answer is on its way back.
     *
     * @param call names the create together with the attempt
     * @param sendBy it leaves before this or not at all
     * @param withdrawn the requester gave up meanwhile: whatever is placed is cancelled
     */
    record Placing(
            History history,
            int firstCountry,
            List<Integer> unavailable,
            int countryId,
            long priceIdr,
            int call,
            Instant sendBy,
            boolean withdrawn)
            implements Known {
        public Placing {
            unavailable = List.copyOf(unavailable);
        }

        Placing withdraw() {
            return new Placing(history, firstCountry, unavailable, countryId, priceIdr, call, sendBy, true);
        }
    }

    /**
     * A number is rented; its order is looked at.
     *
     * @param firstCountry where the attempt started, so that a further one starts at the next country
     * @param textRequestedAt when the requester triggered the text, if it said so
     * @param deadline the order is cancelled then
     * @param nextLookAt next look; never less than the minimal gap after the last one
     * @param looksFrom the minimal gap after the last look is over
     */
    record Open(
            History history,
            int firstCountry,
            RentedOrder order,
            @Nullable Instant textRequestedAt,
            Instant deadline,
            Instant nextLookAt,
            Instant looksFrom)
            implements Known {}

    /**
     * A cancel is on its way, or being asked again. A code that arrives meanwhile is delivered.
     *
     * @param step the call that comes next
     * @param nextTryAt when that call is due
     * @param giveUpAt the final record is written by then, and the cancel goes on as a cleanup
     */
    record Cancelling(
            History history,
            int firstCountry,
            RentedOrder order,
            @Nullable Instant textRequestedAt,
            CancelReason reason,
            Cleanup.Step step,
            Instant nextTryAt,
            Instant looksFrom,
            Instant giveUpAt)
            implements Known {

        Cancelling next(Cleanup.Step nextStep, Instant at) {
            return new Cancelling(
                    history, firstCountry, order, textRequestedAt, reason, nextStep, at, looksFrom, giveUpAt);
        }

        Cancelling lookedAt(Instant nextLook) {
            return new Cancelling(
                    history, firstCountry, order, textRequestedAt, reason, step, nextTryAt, nextLook, giveUpAt);
        }
    }

    /**
     * The final record is written. Kept until {@code forgetAt}, so that the request id stays known; holds no code.
     * Orders may remain to be cleaned up.
     */
    record Settled(History history, Instant forgetAt) implements Known {}

    /**
     * The final record of a request that could not be read is written.
     */
    record SettledUnread(Instant forgetAt) implements State {}
}
