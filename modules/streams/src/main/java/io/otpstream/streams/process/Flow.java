package io.otpstream.streams.process;

import io.otpstream.contract.Alert;
import io.otpstream.contract.DeadLetterHeaders;
import io.otpstream.contract.ExpiryResult;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OtpResult;
import io.otpstream.contract.TraceContext;
import io.otpstream.domain.lifecycle.Event;
import io.otpstream.domain.purchase.PurchaseAnswer;
import org.jspecify.annotations.Nullable;

/** What flows between the steps of the topology; the record's key is the request id. */
public sealed interface Flow {

    /** On its way in. */
    sealed interface Input extends Flow {

        /**
         * A request was read, or what should be one.
         *
         * @param trace that its record belongs to; null if none
         */
        record Asked(Event event, @Nullable TraceContext trace) implements Input {}

        /** Something else happened to a verification. */
        record Occurred(Event event) implements Input {}

        /** A purchase was answered; the record's key is of no use. */
        record Bought(PurchaseAnswer answer) implements Input {}

        /** A marker was read back; the record's key is of no use. */
        record Marker(String name) implements Input {}

        /** Time to do what is due. */
        record Ticked(Tick tick) implements Input {}
    }

    /** On its way out. */
    sealed interface Output extends Flow {

        record Ordered(OrderEvent event) implements Output {}

        record Code(OtpResult result) implements Output {}

        record NoCode(ExpiryResult result) implements Output {}

        record Raised(Alert alert) implements Output {}

        /** A record that couldn't be read, as it was. */
        @SuppressWarnings("ArrayRecordComponent") // bytes pass through; nobody compares them
        record DeadLetter(byte @Nullable [] key, byte @Nullable [] value, DeadLetterHeaders why) implements Output {}
    }
}
