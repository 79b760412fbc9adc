package io.otpstream.simulator.vendor;

import java.util.EnumSet;
import java.util.Set;

/**
 * A fault that hits requests with a good token.
 *
 * @param share of the requests it hits, over 0 and up to 1
 * @param calls the calls it hits
 */
public record Outage(Kind kind, double share, Set<ApiCall> calls) {

    /** What a fault looks like from outside. */
    public enum Kind {
        /** No outage: everything works. */
        NONE(true),
        /** 500; the call is not carried out. */
        HTTP_500(false),
        /** 503; the call is not carried out. */
        HTTP_503(false),
        /** 429 with {@code Retry-After}; the call is not carried out. */
        RATE_LIMITED(false),
        /** The connection is reset; the call is not carried out. */
        RESET(false),
        /** The call is carried out, but no answer comes: the connection is held, then closed. */
        NO_ANSWER(true),
        /** The call is carried out and answered with 200 and a page of HTML. */
        NOT_JSON(true),
        /** The call is carried out; half of the answer is sent, then the connection closes. */
        TRUNCATED(true);

        private final boolean carriedOut;

        Kind(boolean carriedOut) {
            this.carriedOut = carriedOut;
        }

        /** Whether the call takes effect at the vendor. */
        public boolean carriedOut() {
            return carriedOut;
        }
    }

    /** @throws IllegalArgumentException naming the component that is out of range */
    public Outage {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share: expected more than 0, at most 1");
        }
        if (calls.isEmpty()) {
            throw new IllegalArgumentException("calls: expected at least one");
        }
        calls = Set.copyOf(calls);
    }

    /** Every request of every call fails in this way. */
    public static Outage total(Kind kind) {
        return new Outage(kind, 1, EnumSet.allOf(ApiCall.class));
    }

    /** The end of an outage. */
    public static Outage none() {
        return total(Kind.NONE);
    }
}
