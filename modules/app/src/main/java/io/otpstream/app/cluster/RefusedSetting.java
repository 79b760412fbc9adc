package io.otpstream.app.cluster;

import org.apache.kafka.common.config.ConfigException;

/** What Kafka's clients say about a setting that they refuse. */
public final class RefusedSetting {

    private RefusedSetting() {}

    /** A part of a sentence. Kafka's own text repeats the value, which may be a secret, unless it is about the brokers. */
    public static String text(ConfigException refused) {
        String message = String.valueOf(refused.getMessage());
        return message.startsWith("Invalid value ")
                ? message.replaceFirst(
                        "(?s)^Invalid value .* for configuration ([\\w.]+).*",
                        "kafka.$1 has a value that can't be used")
                : message;
    }
}
