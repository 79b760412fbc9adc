package io.otpstream.app.config;

/**
 * One value as somebody wrote it.
 *
 * @param key a key of {@link ConfigKeys}, or what was meant as one
 */
public record Setting(String key, String value, Source source) {

    /** Leaves out the value: a secret may have been put under any key. */
    @Override
    public String toString() {
        return key + " (" + source.describe() + ")";
    }
}
