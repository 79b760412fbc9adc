package io.otpstream.app.config;

import java.util.Optional;

/**
 * A setting as anybody may see it.
 *
 * @param key a key, or the name of an environment variable that sets none
 * @param value as it was given, or its default; empty where there is one that is secret
 */
public record ShownSetting(String key, Optional<String> value, Source source) {

    /** A secret that nobody gave is shown as what it is: nothing. */
    static ShownSetting of(Setting setting, boolean secret) {
        boolean hidden = secret && !(setting.source() instanceof Source.Default);
        return new ShownSetting(
                setting.key(), hidden ? Optional.empty() : Optional.of(setting.value()), setting.source());
    }
}
