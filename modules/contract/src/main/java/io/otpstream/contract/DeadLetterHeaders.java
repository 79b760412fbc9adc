package io.otpstream.contract;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Where a dead letter came from and why it is dead: header values are UTF-8 text, numbers are decimal. The letter's own
 * key and value are the bytes that were read.
 *
 * @param topic the topic that the record was read from
 * @param partition its partition
 * @param offset its offset
 * @param reason a sentence for people
 * @param field the JSON name of the field at fault, {@code key} for the key; null if it is the value as a whole
 */
public record DeadLetterHeaders(
        String topic,
        int partition,
        long offset,
        String reason,
        @Nullable String field) {

    /** Header of {@link #topic}. */
    public static final String TOPIC = "otpstream.topic";

    /** Header of {@link #partition}. */
    public static final String PARTITION = "otpstream.partition";

    /** Header of {@link #offset}. */
    public static final String OFFSET = "otpstream.offset";

    /** Header of {@link #reason}. */
    public static final String REASON = "otpstream.reason";

    /** Header of {@link #field}; absent if that is null. */
    public static final String FIELD = "otpstream.field";

    /**
     * Header of a mark: a record without a value behind a letter, in the letter's partition and with its other headers,
     * which says that the letter was put back. The letter's offset, decimal.
     */
    public static final String REPLAYED = "otpstream.replayed";

    /** Header of a mark: the topic that the letter was put on. */
    public static final String REPLAYED_TO = "otpstream.replayed-to";

    /** Puts these headers in place of any of the same names; all others stay. */
    public void writeTo(Headers headers) {
        put(headers, TOPIC, topic);
        put(headers, PARTITION, Integer.toString(partition));
        put(headers, OFFSET, Long.toString(offset));
        put(headers, REASON, reason);
        headers.remove(FIELD);
        if (field != null) {
            put(headers, FIELD, field);
        }
    }

    /** Takes all headers off that say that a record is a dead letter; all others stay. */
    public static void removeFrom(Headers headers) {
        for (String name : new String[] {TOPIC, PARTITION, OFFSET, REASON, FIELD}) {
            headers.remove(name);
        }
    }

    /** What the headers say; empty if one that must be there is missing or isn't what it should be. */
    public static Optional<DeadLetterHeaders> readFrom(Headers headers) {
        String topic = text(headers, TOPIC);
        String partition = text(headers, PARTITION);
        String offset = text(headers, OFFSET);
        String reason = text(headers, REASON);
        if (topic == null || partition == null || offset == null || reason == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DeadLetterHeaders(
                    topic, Integer.parseInt(partition), Long.parseLong(offset), reason, text(headers, FIELD)));
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
