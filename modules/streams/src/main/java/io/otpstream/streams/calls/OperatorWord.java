package io.otpstream.streams.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people have said about new orders, to all processes of an application. */
public sealed interface OperatorWord {

    /** Not read yet. Somebody may have paused them, so none are placed. */
    record Unheard() implements OperatorWord {}

    /** They are to be placed. */
    record Go() implements OperatorWord {}

    /**
     * None are to be placed until somebody says otherwise.
     *
     * @param since when it was said
     * @param by who said it
     * @param reason null where none was given
     */
    record Stop(Instant since, String by, @Nullable String reason) implements OperatorWord {}
}
