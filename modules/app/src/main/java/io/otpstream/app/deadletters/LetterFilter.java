package io.otpstream.app.deadletters;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which letters are meant.
 *
 * @param topic that they came from; null for any
 * @param reason a part of it, in upper or lower case; null for any
 * @param since they were not written before; null for any time
 */
public record LetterFilter(
        @Nullable String topic,
        @Nullable String reason,
        @Nullable Instant since) implements Predicate<DeadLetter> {

    @Override
    public boolean test(DeadLetter letter) {
        return (topic == null || topic.equals(letter.why().topic()))
                && (reason == null || lower(letter.why().reason()).contains(lower(reason)))
                && (since == null || !letter.at().isBefore(since));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
