package io.otpstream.domain.lifecycle;

import io.otpstream.domain.api.ProductWish;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the shell has to do once it has stored the new state. */
public sealed interface Effect {

    /** A call to the API. Its answer comes back as an {@link Event}. */
    sealed interface Call extends Effect {
        /** The attempt that the call belongs to. */
        int attempt();

        /** Number of the call within the request; names the answer together with the attempt. */
        int call();
    }

    /**
     * Rent a number. To be sent after the commit that stored the new state and before {@code sendBy}, or reported as
     * not sent.
     *
     * @param wish what a create of the published contract asks for; null in the guide's dialect
     */
    record SendCreate(
            int attempt,
            int call,
            int countryId,
            int platformId,
            long priceIdr,
            Instant sendBy,
            @Nullable ProductWish wish)
            implements Call {

        /** A create of the guide's dialect. */
        public SendCreate(int attempt, int call, int countryId, int platformId, long priceIdr, Instant sendBy) {
            this(attempt, call, countryId, platformId, priceIdr, sendBy, null);
        }
    }

    /**
     * Look at an order. To be sent after the commit: who has lost the task must not look at what its successor looks at.
     */
    record SendLook(int attempt, int call, String orderId) implements Call {}

    /**
     * Cancel an order. To be sent after the commit: an uncommitted cancel would look like one by the vendor to the
     * next owner.
     */
    record SendCancel(int attempt, int call, String orderId) implements Call {}

    /** Tell the API that an order has done its duty. */
    record SendFinish(int attempt, int call, String orderId) implements Call {}

    /** Ask the API for another text to the same number. Never repeated by itself: each one may be paid for. */
    record SendResend(int attempt, int call, String orderId) implements Call {}

    /** Publish an event of an order's life. */
    record PublishOrder(OrderNews news) implements Effect {}

    /**
     * Publish a code.
     *
     * @param followUp whether it came after the request's final record, because the requester had asked for another one
     */
    record PublishCode(
            RentedOrder order, String code, @Nullable String message, Instant seenAt, History history, boolean followUp)
            implements Effect {
        /** Leaves out the code and the message. */
        @Override
        public String toString() {
            return "PublishCode[order=" + order + ", seenAt=" + seenAt + "]";
        }
    }

    /**
     * Publish the final record without a code.
     *
     * @param reason a sentence for people
     * @param field the field at fault of a rejected request; null otherwise
     * @param history null where the request could not be read
     */
    record PublishOutcome(
            Outcome outcome,
            String reason,
            @Nullable String field,
            List<PastAttempt> attempts,
            Instant requestedAt,
            @Nullable History history)
            implements Effect {}
}
