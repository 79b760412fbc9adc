package io.otpstream.streams.calls;

import java.time.Instant;

/** A call that waits for its permit. */
interface Job {

    /** Which goes first; among equals, first come, first served. */
    enum Rank {
        /** Others wait for the answer. */
        CONTROL,
        /** Who of these goes first was decided when the permits were promised. */
        ORDINARY
    }

    CallKind kind();

    default Rank rank() {
        return switch (kind()) {
            case CONTROL -> Rank.CONTROL;
            case CREATE, LOOK, CANCEL, FINISH, RESEND -> Rank.ORDINARY;
        };
    }

    /** Since when it waits. */
    Instant since();

    /** Whether it may cost money. */
    default boolean paysForAnOrder() {
        return kind() == CallKind.CREATE;
    }

    /** Whether no task has asked for it: nothing but itself tells that a permit is needed. */
    default boolean isForAll() {
        return false;
    }

    /** Not sent after this. */
    Instant sendBy();

    /** Sends the request. Not under the dispatcher's lock. */
    void send();

    /** Answers in place of the API that the request wasn't sent. Not under the dispatcher's lock. */
    void expire();
}
