package io.otpstream.simulator.vendor;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Faults that hit requests with a good token. Which request is hit, and by what, follows from the vendor's seed and the
 * order in which requests come.
 *
 * @param kinds what happens to a request that is hit: one of these, each as likely as the others
 * @param share of the requests that are hit, over 0 and up to 1
 * @param calls the calls that can be hit
 */
public record Outage(List<Kind> kinds, double share, Set<ApiCall> calls) {

    /** What a customer sees of a fault. */
    public enum Symptom {
        /** The answer as it should be. */
        NONE,
        /** Status 500 with an envelope. */
        HTTP_500,
        /** Status 502 with a page of HTML, as a proxy sends it. */
        HTTP_502,
        /** Status 503 with an envelope. */
        HTTP_503,
        /** Status 429. */
        RATE_LIMITED,
        /** The connection is reset. */
        RESET,
        /** Nothing for 30 s, then the connection closes. */
        SILENCE,
        /** Status 200 with a page of HTML. */
        HTML,
        /** Status 200 with a line of plain text. */
        PLAIN_TEXT,
        /** Half of the answer, then the connection closes. */
        HALF
    }

    /** A fault: what the customer sees, and whether the call takes effect at the vendor all the same. */
    public enum Kind {
        /** No outage: everything works. */
        NONE(Symptom.NONE, true),
        /** 500; the call is not carried out. */
        HTTP_500(Symptom.HTTP_500, false),
        /** 500 after the call was carried out. */
        HTTP_500_AFTER(Symptom.HTTP_500, true),
        /** 502 with a page of HTML; the call is not carried out. */
        HTTP_502(Symptom.HTTP_502, false),
        /** 502 with a page of HTML after the call was carried out. */
        HTTP_502_AFTER(Symptom.HTTP_502, true),
        /** 503; the call is not carried out. */
        HTTP_503(Symptom.HTTP_503, false),
        /** 503 after the call was carried out. */
        HTTP_503_AFTER(Symptom.HTTP_503, true),
        /** A storm: 429 with {@code Retry-After} in seconds, for this call and all that follow within 5 s. */
        RATE_LIMITED(Symptom.RATE_LIMITED, false),
        /** The same with {@code Retry-After} as a date. */
        RATE_LIMITED_DATE(Symptom.RATE_LIMITED, false),
        /** The same without {@code Retry-After}. */
        RATE_LIMITED_BARE(Symptom.RATE_LIMITED, false),
        /** The connection is reset; the call is not carried out. */
        RESET(Symptom.RESET, false),
        /** The connection is reset after the call was carried out. */
        RESET_AFTER(Symptom.RESET, true),
        /** The call is carried out, but no answer comes: the connection is held, then closed. */
        NO_ANSWER(Symptom.SILENCE, true),
        /** The same without the call being carried out. */
        NO_ANSWER_BEFORE(Symptom.SILENCE, false),
        /** The call is carried out and answered with 200 and a page of HTML. */
        NOT_JSON(Symptom.HTML, true),
        /** The same without the call being carried out. */
        NOT_JSON_BEFORE(Symptom.HTML, false),
        /** The call is carried out and answered with 200 and plain text. */
        PLAIN_TEXT(Symptom.PLAIN_TEXT, true),
        /** The same without the call being carried out. */
        PLAIN_TEXT_BEFORE(Symptom.PLAIN_TEXT, false),
        /** The call is carried out; half of the answer is sent, then the connection closes. */
        TRUNCATED(Symptom.HALF, true);

        private final Symptom symptom;
        private final boolean carriedOut;

        Kind(Symptom symptom, boolean carriedOut) {
            this.symptom = symptom;
            this.carriedOut = carriedOut;
        }

        /** What the customer sees. */
        public Symptom symptom() {
            return symptom;
        }

        /** Whether the call takes effect at the vendor. */
        public boolean carriedOut() {
            return carriedOut;
        }
    }

    /** @throws IllegalArgumentException naming the component that is out of range */
    public Outage {
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("kinds: expected at least one");
        }
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share: expected more than 0, at most 1");
        }
        if (calls.isEmpty()) {
            throw new IllegalArgumentException("calls: expected at least one");
        }
        // In one order, so that the same seed hits with the same faults however the kinds were listed.
        kinds = List.copyOf(EnumSet.copyOf(kinds));
        calls = Set.copyOf(calls);
    }

    /** Faults of one kind. */
    public Outage(Kind kind, double share, Set<ApiCall> calls) {
        this(List.of(kind), share, calls);
    }

    /** Every request of every call fails in this way. */
    public static Outage total(Kind kind) {
        return new Outage(kind, 1, EnumSet.allOf(ApiCall.class));
    }

    /** A share of the requests of every call fails, each in any of the ways that there are. */
    public static Outage ofEveryKind(double share) {
        return new Outage(everyKind(), share, EnumSet.allOf(ApiCall.class));
    }

    /** All that can go wrong. */
    public static List<Kind> everyKind() {
        return List.copyOf(EnumSet.complementOf(EnumSet.of(Kind.NONE)));
    }

    /** The end of an outage. */
    public static Outage none() {
        return total(Kind.NONE);
    }
}
