package io.otpstream.simulator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The two shapes of every answer (the guide). */
sealed interface Envelope {

    boolean success();

    /** What was asked for. */
    record Data(boolean success, Object data) implements Envelope {}

    /** Why not. */
    record Failure(boolean success, ErrorBody error) implements Envelope {}

    /**
     * An error.
     *
     * @param field the member of the input that is at fault; only the control calls name it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ErrorBody(String code, String message, @Nullable String field) {}

    static Envelope data(Object data) {
        return new Data(true, data);
    }

    static Envelope error(String code, String message, @Nullable String field) {
        return new Failure(false, new ErrorBody(code, message, field));
    }
}
