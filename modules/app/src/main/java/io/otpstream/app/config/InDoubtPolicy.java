package io.otpstream.app.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What happens to a request whose order may or may not exist, because the API's answer never came. */
public enum InDoubtPolicy {
    /** Place another order: the number that nobody uses expires and is refunded. */
    REORDER,
    /** End the request: never pay for two numbers at a time. */
    FAIL;

    /** As it stands in the configuration. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(InDoubtPolicy::text).toList();
    }
}
