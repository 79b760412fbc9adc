package io.otpstream.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Settings among the environment variables: {@code in-doubt.policy} is {@code OTPSTREAM_IN_DOUBT_POLICY} and
 * {@code OTPSTREAM_KAFKA_SECURITY_PROTOCOL} is {@code kafka.security.protocol}. A blank variable counts as not set, for
 * that is what a compose file makes of one that is missing.
 */
final class EnvironmentReader {

    static final String CONFIG_FILE = OtherVariable.OTPSTREAM_CONFIG.name();

    private static final String PREFIX = "OTPSTREAM_";

    /** Read elsewhere, also by the launcher, the log set-up and the tests. */
    private static final Set<String> NOT_SETTINGS = OtherVariable.names();

    /** Kubernetes sets these in every pod for every service whose name begins with otpstream. */
    private static final Pattern SERVICE_LINK =
            Pattern.compile("OTPSTREAM_(\\w+_)?(SERVICE_(HOST|PORT(_\\w+)?)|PORT(_\\d+_(TCP|UDP|SCTP)(_\\w+)?)?)");

    private final Map<String, String> keysByVariable = new TreeMap<>();

    EnvironmentReader(Set<String> keys) {
        keys.forEach(key -> keysByVariable.put(variable(key), key));
    }

    List<Setting> read(Map<String, String> environment) {
        List<Setting> settings = new ArrayList<>();
        new TreeMap<>(environment).forEach((name, value) -> {
            if (isSetting(name) && !value.isBlank()) {
                settings.add(new Setting(key(name), value.strip(), new Source.EnvironmentVariable(name)));
            }
        });
        return settings;
    }

    static String variable(String key) {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private boolean isSetting(String name) {
        return keysByVariable.containsKey(name)
                || (name.startsWith(PREFIX)
                        && !NOT_SETTINGS.contains(name)
                        && !SERVICE_LINK.matcher(name).matches());
    }

    private String key(String name) {
        String known = keysByVariable.get(name);
        return known != null
                ? known
                : name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
