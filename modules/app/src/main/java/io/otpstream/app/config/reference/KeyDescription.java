package io.otpstream.app.config.reference;

import io.otpstream.app.config.ConfigKeys;
import io.otpstream.app.config.CrossCheck;
import io.otpstream.app.config.KeyGroup;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef;

/**
 * What there is to know about one key.
 *
 * @param variable the environment variable that sets it
 * @param expected what a value has to be, unit included
 * @param byDefault as one would write it; may be empty
 * @param secret whether its value is shown to nobody
 * @param importance high, medium or low: high is for what to look at before the first run
 * @param documentation what it is for, in sentences
 * @param checkedWith other keys that its value has to agree with
 */
public record KeyDescription(
        String key,
        KeyGroup group,
        String variable,
        String expected,
        String byDefault,
        boolean secret,
        String importance,
        String documentation,
        List<String> checkedWith) {

    public KeyDescription {
        checkedWith = List.copyOf(checkedWith);
    }

    /** Of all keys, group by group. */
    public static List<KeyDescription> all() {
        return Arrays.stream(KeyGroup.values())
                .flatMap(group -> of(group).stream())
                .toList();
    }

    /** Of the keys of one group. */
    public static List<KeyDescription> of(KeyGroup group) {
        return ConfigKeys.definition(group).configKeys().values().stream()
                .map(key -> of(key, group))
                .toList();
    }

    private static KeyDescription of(ConfigDef.ConfigKey key, KeyGroup group) {
        return new KeyDescription(
                key.name,
                group,
                ConfigKeys.variable(key.name),
                key.validator.toString(),
                ConfigKeys.defaultText(key),
                ConfigKeys.isSecret(key.name),
                key.importance.name().toLowerCase(Locale.ROOT),
                key.documentation,
                checkedWith(key.name));
    }

    private static List<String> checkedWith(String key) {
        return CrossCheck.all().stream()
                .map(CrossCheck::keys)
                .filter(keys -> keys.contains(key))
                .flatMap(List::stream)
                .filter(other -> !other.equals(key))
                .distinct()
                .sorted()
                .toList();
    }
}
