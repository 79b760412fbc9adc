package io.otpstream.contract;

import org.jspecify.annotations.Nullable;

/**
 * A request or a command breaks a rule of the contract. The message is a sentence for people: it names the field, says
 * what is expected, and shows at most 64 characters of what was found.
 */
public final class InvalidFieldException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String field;

    InvalidFieldException(@Nullable String field, String message) {
        super(message);
        this.field = field;
    }

    static InvalidFieldException expected(String field, String expected, String found) {
        return new InvalidFieldException(field, field + " must be " + expected + ", but is " + found + ".");
    }

    /** The JSON name of the field at fault, {@code key} for the record's key; null when it is the value as a whole. */
    public @Nullable String field() {
        return field;
    }

    /** The message, which is never null. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
