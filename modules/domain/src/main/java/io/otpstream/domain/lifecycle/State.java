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

    /** A state of a request that has an order. */
    sealed interface Rented extends Known {
        /** Where the attempt started, as an index in the request's country list: a further one starts after it. */
        int firstCountry();

        RentedOrder order();

        /** When the requester triggered the text; null if it said nothing. */
        @Nullable
        Instant textRequestedAt();

        /**
         * When the latest look that found no code was answered, as far as that is after {@link #textRequestedAt}: the
         * code was not there when that look reached the vendor. Null while no look has found that.
         */
        @Nullable
        Instant emptyAt();

        /** {@link #emptyAt} once a look at {@code answeredAt} found no code. Answers may come out of order. */
        default @Nullable Instant emptyAfterLook(Instant answeredAt) {
            Instant text = textRequestedAt();
            Instant soFar = emptyAt();
            boolean saysNothingNew =
                    (text != null && !answeredAt.isAfter(text)) || (soFar != null && !answeredAt.isAfter(soFar));
            return saysNothingNew ? soFar : answeredAt;
        }
    }

    /**
     * No order yet: waits for a permit.
     *
     * @param firstCountry index in the request's country list at which this attempt starts, where countries are tried as
     *     listed
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
     * @param deadline the order is cancelled then
     * @param nextLookAt next look; never less than the minimal gap after the last one
     * @param looksFrom the minimal gap after the last look is over
     */
    record Open(
            History history,
            int firstCountry,
            RentedOrder order,
            @Nullable Instant textRequestedAt,
            @Nullable Instant emptyAt,
            Instant deadline,
            Instant nextLookAt,
            Instant looksFrom)
            implements Rented {

        Open with(RentedOrder seen) {
            return new Open(history, firstCountry, seen, textRequestedAt, emptyAt, deadline, nextLookAt, looksFrom);
        }

        Open foundEmpty(Instant answeredAt) {
            return new Open(
                    history,
                    firstCountry,
                    order,
                    textRequestedAt,
                    emptyAfterLook(answeredAt),
                    deadline,
                    nextLookAt,
                    looksFrom);
        }
    }

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
            @Nullable Instant emptyAt,
            CancelReason reason,
            Cleanup.Step step,
            Instant nextTryAt,
            Instant looksFrom,
            Instant giveUpAt)
            implements Rented {

        Cancelling next(Cleanup.Step nextStep, Instant at) {
            return new Cancelling(
                    history, firstCountry, order, textRequestedAt, emptyAt, reason, nextStep, at, looksFrom, giveUpAt);
        }

        /** The same with what is newly known of the order, and another end. */
        Cancelling seen(RentedOrder seen, Instant nextTry, Instant giveUp) {
            return new Cancelling(
                    history, firstCountry, seen, textRequestedAt, emptyAt, reason, step, nextTry, looksFrom, giveUp);
        }

        Cancelling lookedAt(Instant nextLook) {
            return new Cancelling(
                    history,
                    firstCountry,
                    order,
                    textRequestedAt,
                    emptyAt,
                    reason,
                    step,
                    nextTryAt,
                    nextLook,
                    giveUpAt);
        }

        Cancelling foundEmpty(Instant answeredAt) {
            return new Cancelling(
                    history,
                    firstCountry,
                    order,
                    textRequestedAt,
                    emptyAfterLook(answeredAt),
                    reason,
                    step,
                    nextTryAt,
                    looksFrom,
                    giveUpAt);
        }
    }

    /**
     * The final record is written. Kept until {@code forgetAt}, so that the request id stays known; holds no code.
     * Orders may remain to be cleaned up, and the one that brought the code may be held for another one.
     *
     * @param held null unless the order that brought the code is kept
     */
    record Settled(
            History history, Instant forgetAt, @Nullable Held held) implements Known {

        /** Settled for good. */
        public Settled(History history, Instant forgetAt) {
            this(history, forgetAt, null);
        }
    }

    /**
     * An order that has brought its code and is kept open, so that the requester can have another text sent.
     *
     * @param until it is finished then
     */
    record Held(RentedOrder order, Instant until) {}

    /**
     * The final record of a request that could not be read is written.
     */
    record SettledUnread(Instant forgetAt) implements State {}
}
