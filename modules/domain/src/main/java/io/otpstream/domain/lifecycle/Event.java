package io.otpstream.domain.lifecycle;

import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.FinishAccepted;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.ResendAccepted;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can happen to a verification. */
public sealed interface Event {

    /** A request arrived. Only the first one of an id counts. */
    record Requested(Request request) implements Event {}

    /**
     * A request with a usable id arrived that breaks the contract.
     *
     * @param field the field at fault, as on the wire; null where the record as a whole is unreadable
     * @param reason for people
     */
    record Malformed(@Nullable String field, String reason, Instant requestedAt) implements Event {}

    /** The codes of a request were found in the catalogue. */
    record Resolved(Wanted.Ids wanted) implements Event {}

    /**
     * A code of a request means nothing to the API.
     *
     * @param field the field at fault, as on the wire
     * @param reason for people
     */
    record Unresolvable(String field, String reason) implements Event {}

    /** The requester no longer wants a code. */
    record Withdraw() implements Event {}

    /** The requester triggered the text only now. {@code attempt} null = whichever is open. */
    record SmsRequested(@Nullable Integer attempt) implements Event {}

    /** The platform refused the number. {@code attempt} null = whichever is open. */
    record NumberRejected(@Nullable Integer attempt) implements Event {}

    /**
     * A create may leave soon.
     *
     * @param sendBy the promise ends then
     * @param offers the catalogue's rows for the request's countries; where the request leaves it to us which one is
     *     tried first, that one is first
     */
    record PermitPromised(Instant sendBy, List<Offer> offers) implements Event {
        public PermitPromised {
            offers = List.copyOf(offers);
        }
    }

    /**
     * A create was answered, or is known to have failed.
     *
     * @param create the call as it was handed out
     * @param sentAt when it left; for a call that never left, when that was known
     */
    record CreateAnswered(Effect.SendCreate create, ApiResult<Order> result, Instant sentAt) implements Event {}

    /**
     * A look was answered, or is known to have failed.
     *
     * @param call its number within the request
     * @param answeredAt when that was known
     */
    record LookAnswered(String orderId, int call, ApiResult<Order> result, Instant answeredAt) implements Event {}

    /**
     * A cancel was answered, or is known to have failed.
     *
     * @param answeredAt when that was known
     */
    record CancelAnswered(String orderId, ApiResult<CancelAccepted> result, Instant answeredAt) implements Event {}

    /**
     * An order was seen without being looked at by itself: in an answer that tells of all orders, or because the API
     * pushed it.
     *
     * @param order as it was seen; may come twice, and later than what was newer
     * @param seenAt when that was known
     */
    record Seen(Order order, Instant seenAt) implements Event {}

    /**
     * A finish was answered, or is known to have failed.
     *
     * @param answeredAt when that was known
     */
    record FinishAnswered(String orderId, ApiResult<FinishAccepted> result, Instant answeredAt) implements Event {}

    /** The requester wants another text to the same number. {@code attempt} null = whichever is open. */
    record AnotherTextWanted(@Nullable Integer attempt) implements Event {}

    /**
     * The API was asked for another text.
     *
     * @param answeredAt when that was known
     */
    record ResendAnswered(String orderId, ApiResult<ResendAccepted> result, Instant answeredAt) implements Event {}

    /** The answer to a create can no longer arrive: its sender is gone and all waiting times are over. */
    record CreateLost() implements Event {}

    /** The task was assigned anew: the minimal gap between looks starts again, by the clock of the new owner. */
    record Reassigned() implements Event {}

    /** {@link Due#at} has come. */
    record TimeCame() implements Event {}
}
