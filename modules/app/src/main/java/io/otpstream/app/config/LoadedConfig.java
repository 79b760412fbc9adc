package io.otpstream.app.config;

import java.util.List;

/**
 * A configuration, and where its values come from.
 *
 * @param shown every key with its value, then what is passed to the Kafka clients, then the secrets of the environment
 */
public record LoadedConfig(OtpstreamConfig config, List<ShownSetting> shown) {

    public LoadedConfig {
        shown = List.copyOf(shown);
    }
}
