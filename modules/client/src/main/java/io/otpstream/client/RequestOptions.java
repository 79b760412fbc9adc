package io.otpstream.client;

import io.otpstream.contract.RequestId;
import io.otpstream.contract.TraceContext;
import java.util.Optional;

/**
 * What a program says about a request beside what travels in it.
 *
 * @param id the request's id; empty for one that is made up
 * @param traceparent the W3C trace context that the request and what it causes belong to; empty for none
 * @param listener is told every number, the second ones included; empty for a program that can use one number only
 */
public record RequestOptions(Optional<String> id, Optional<String> traceparent, Optional<NumberListener> listener) {

    private static final RequestOptions NONE = new RequestOptions(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Keeps the rules.
     *
     * @throws io.otpstream.contract.InvalidFieldException if the id can't be one, see {@link RequestId}
     * @throws IllegalArgumentException if the traceparent can't be one
     */
    public RequestOptions {
        id.ifPresent(RequestId::check);
        traceparent.ifPresent(header -> new TraceContext(header, null));
    }

    /** A made-up id, no trace, and one order. */
    public static RequestOptions none() {
        return NONE;
    }

    /**
     * The same with an id of the caller's. An id is served once within seven days: a request that repeats one gets no
     * answer.
     */
    public RequestOptions withId(String requestId) {
        return new RequestOptions(Optional.of(requestId), traceparent, listener);
    }

    /** The same as part of a trace: what the request causes carries on this W3C {@code traceparent}. */
    public RequestOptions withTraceparent(String header) {
        return new RequestOptions(id, Optional.of(header), listener);
    }

    /**
     * The same for a program that can enter another number: as many orders may be placed as the request's {@code
     * max_attempts} says. Without it one is, since nobody would enter a second number.
     */
    public RequestOptions onNumber(NumberListener numbers) {
        return new RequestOptions(id, traceparent, Optional.of(numbers));
    }
}
