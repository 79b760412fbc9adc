package io.otpstream.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * An enum whose constants travel as lower snake_case words.
 *
 * <p>Enums in records that otpstream writes have a constant {@code UNKNOWN}: a consumer that was built before a word was
 * added reads that word as {@code UNKNOWN} and goes on, instead of stopping at the record. otpstream never writes it, and
 * the schemas don't list it. The enums of requests and commands have none: what a requester asks for is refused when it
 * isn't understood.
 */
public interface WireWord {

    /** The constant's name as {@link Enum#name()} gives it. */
    String name();

    /** The word on the wire. */
    @JsonValue
    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
