package io.otpstream.client;

import io.otpstream.contract.Alert;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no number or no code. Follows from the request's final record; where that isn't there, from the records
 * that are, above all those on {@code verification.alerts}.
 *
 * <p>{@link CodeNotYet}, {@link NumberNotYet}, {@link NoAnswer} and {@link OrdersHalted} may also mean that only the wait
 * has ended: then {@link Verification#isSettled} is false, the request goes on, and can be waited for again.
 */
public sealed interface FailureReason {

    /** Where to look first. */
    Suspect suspect();

    /** What happened, without the request it happened to. Holds no secret. */
    default String sentence() {
        return ReasonText.of(this);
    }

    /** {@link Suspect#PRODUCT}: a number was there, and no code was texted to it. */
    sealed interface OfProduct extends FailureReason {
        @Override
        default Suspect suspect() {
            return Suspect.PRODUCT;
        }
    }

    /** {@link Suspect#NUMBERS}: the market had no number that would do. */
    sealed interface OfNumbers extends FailureReason {
        @Override
        default Suspect suspect() {
            return Suspect.NUMBERS;
        }
    }

    /** {@link Suspect#SERVICE}: otpstream, its brokers, the vendor's API or the account don't do what they should. */
    sealed interface OfService extends FailureReason {
        @Override
        default Suspect suspect() {
            return Suspect.SERVICE;
        }
    }

    /** {@link Suspect#CALLER}: the program that made the request wanted it so, or made a mistake. */
    sealed interface OfCaller extends FailureReason {
        @Override
        default Suspect suspect() {
            return Suspect.CALLER;
        }
    }

    /** A number was there for as long as the request says ({@code timeout_seconds}), and no text came. */
    record NoCode() implements OfProduct {}

    /** A text came to the number in time, but the API found no code in it. */
    record TextWithoutCode() implements OfProduct {}

    /**
     * A number is there and its order still open, but the wait has ended.
     *
     * @param waited how long was waited for the code
     */
    record CodeNotYet(Duration waited) implements OfProduct {}

    /** None of the countries has a number for the platform. */
    record NoStock() implements OfNumbers {}

    /** There are numbers, but dearer than the request allows. */
    record PriceAboveLimit() implements OfNumbers {}

    /**
     * The vendor ended the last order before its time was over.
     *
     * @param cancelled whether it was cancelled; else it expired
     */
    record OrderEnded(boolean cancelled) implements OfNumbers {}

    /** The platform took none of the numbers, as the requester reported. */
    record NumberRejected() implements OfNumbers {}

    /**
     * No other text could be asked for.
     *
     * @param errorCode {@code NO_TEXT_YET}, {@code NO_ORDER_HELD}, {@code NOT_RESENT} or one of the API's; null where the
     *     record names none
     */
    record ResendRefused(@Nullable String errorCode) implements OfNumbers {}

    /**
     * No orders are placed, or nothing can be heard of them, and an alert says why. An alert that a later order has proved
     * outdated doesn't count.
     *
     * @param halt what stops them
     * @param alert the record that says so
     */
    record OrdersHalted(Halt halt, Alert alert) implements OfService {}

    /** Nobody knows whether the API placed an order: its answers never came, or couldn't be read. */
    record OrderInDoubt() implements OfService {}

    /** No order could be placed before the request's {@code start_before}. */
    record StartExpired() implements OfService {}

    /**
     * The request waits for its turn: otpstream serves requests, but the wait has ended.
     *
     * @param waited how long was waited
     */
    record NumberNotYet(Duration waited) implements OfService {}

    /**
     * Nothing is heard of otpstream: no record on its topics since the request was sent, or none about an order that
     * should long be over.
     *
     * @param waited how long was waited
     */
    record NoAnswer(Duration waited) implements OfService {}

    /**
     * The brokers didn't acknowledge the request. They may have it all the same.
     *
     * @param problem what Kafka's client says
     */
    record NotSent(String problem) implements OfService {}

    /**
     * The topics can't be read any more, so that nothing will be heard of the request. It may go on.
     *
     * @param problem what Kafka's client says, or which record can't be read
     */
    record ReadingFailed(String problem) implements OfService {}

    /** The final record has an outcome that this version doesn't know. */
    record OtherOutcome() implements OfService {}

    /**
     * The request is malformed, or the API refuses what it asks for.
     *
     * @param field the JSON name of the field at fault; null where no single field is
     */
    record Rejected(@Nullable String field) implements OfCaller {}

    /** The request was withdrawn. */
    record Withdrawn() implements OfCaller {}

    /** The {@link NumberListener} threw; the exception is the cause. */
    record ListenerFailed() implements OfCaller {}

    /** The client was closed while the request was open. The request goes on, unless it was withdrawn. */
    record ClientClosed() implements OfCaller {}
}
