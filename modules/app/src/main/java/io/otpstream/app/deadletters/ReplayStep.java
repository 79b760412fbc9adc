package io.otpstream.app.deadletters;

/** What is, or was, done with one letter. */
public sealed interface ReplayStep {

    /** The letter. */
    LetterId id();

    /** It is put on that topic. */
    record PutBack(LetterId id, String to) implements ReplayStep {}

    /** It was put back before: nothing is done. */
    record Done(LetterId id) implements ReplayStep {}

    /** It isn't put back unless that is forced. */
    record Refused(LetterId id, String reason) implements ReplayStep {}

    /** There is no such letter. */
    record Missing(LetterId id) implements ReplayStep {}
}
