package io.otpstream.simulator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.otpstream.simulator.vendor.RefusedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two shapes of every answer, in both contracts. What is empty is left out. */
sealed interface Envelope {

    boolean success();

    /**
     * What was asked for.
     *
     * @param meta about the data; only the published contract has it
     */
    record Data(
            boolean success,
            Object data,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Object meta) implements Envelope {}

    /** Why not. */
    record Failure(boolean success, ErrorBody error) implements Envelope {}

    /**
     * An error.
     *
     * @param field the member of the input that is at fault; only the control calls name it
     * @param details for programs; only the published contract has it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ErrorBody(
            String code,
            String message,
            @Nullable String field,
            @Nullable Object details) {}

    static Envelope data(Object data) {
        return new Data(true, data, null);
    }

    static Envelope data(Object data, Object meta) {
        return new Data(true, data, meta);
    }

    static Envelope error(String code, String message) {
        return new Failure(false, new ErrorBody(code, message, null, null));
    }

    static Envelope error(String code, RefusedException refused, Optional<Object> details) {
        return new Failure(false, new ErrorBody(code, message(refused), null, details.orElse(null)));
    }

    static Envelope errorWithField(RefusedException refused) {
        String code = refused.refusal().name();
        return new Failure(
                false, new ErrorBody(code, message(refused), refused.field().orElse(null), null));
    }

    private static String message(RefusedException refused) {
        String message = refused.getMessage();
        return message == null ? "" : message;
    }
}
