package io.otpstream.domain.lifecycle;

import java.time.Duration;
import java.util.List;

/**
 * One step of a random life. What it means depends on what happened before: a pick of 3 is the third of the orders, of
 * the answers, of the instants that there are then.
 */
record Move(Kind kind, int pick, int answer) {

    /** Every variant of {@link Event}, and the passing of time. */
    enum Kind {
        REQUESTED,
        RESOLVED,
        UNRESOLVABLE,
        MALFORMED,
        WITHDRAW,
        SMS_REQUESTED,
        NUMBER_REJECTED,
        PERMIT_PROMISED,
        CREATE_ANSWERED,
        LOOK_ANSWERED,
        CANCEL_ANSWERED,
        SEEN,
        FINISH_ANSWERED,
        ANOTHER_TEXT_WANTED,
        RESEND_ANSWERED,
        CREATE_LOST,
        REASSIGNED,
        TIME_CAME,
        /** As far as the next thing that is due. */
        TO_DUE,
        PASS
    }

    static final List<Duration> SPANS = List.of(
            Duration.ofMillis(1),
            Duration.ofMillis(400),
            Duration.ofSeconds(1),
            Duration.ofMillis(4_999),
            Duration.ofSeconds(5),
            Duration.ofSeconds(16),
            Duration.ofSeconds(91),
            Duration.ofHours(25));
}
