package io.otpstream.contract;

import org.jspecify.annotations.Nullable;

/**
 * What came out of a record that a user wrote.
 *
 * @param <T> the record that was expected
 */
public sealed interface Decoded<T> {

    /**
     * The record keeps the contract.
     *
     * @param requestId the key
     * @param value the value
     */
    record Valid<T>(String requestId, T value) implements Decoded<T> {}

    /**
     * The record breaks the contract.
     *
     * @param usableRequestId the key, if that at least can be a request id; null if it can't
     * @param field the JSON name of the field at fault, {@code key} for the key; null if it is the value as a whole
     * @param reason a sentence for people: which field, what is expected, and at most 64 characters of what was found
     */
    record Malformed<T>(
            @Nullable String usableRequestId, @Nullable String field, String reason) implements Decoded<T> {}
}
