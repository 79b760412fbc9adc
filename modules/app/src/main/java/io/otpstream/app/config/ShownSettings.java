package io.otpstream.app.config;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;

/**
 * Lists the settings of a configuration with where they come from.
 *
 * @param given what was given, by key
 */
record ShownSettings(ConfigDef definition, Map<String, Setting> given, ConfigInputs inputs) {

    List<ShownSetting> of(OtpstreamConfig config) {
        return Stream.of(
                        definition.configKeys().values().stream().map(key -> setting(key, config)),
                        passedThrough(),
                        Arrays.stream(OtherVariable.values())
                                .filter(OtherVariable::isSecret)
                                .map(this::variable))
                .flatMap(part -> part)
                .toList();
    }

    private ShownSetting setting(ConfigDef.ConfigKey key, OtpstreamConfig config) {
        Setting setting = given.get(key.name);
        return ShownSetting.of(
                setting != null ? setting : new Setting(key.name, byDefault(key, config), new Source.Default()),
                ConfigKeys.isSecret(key.name));
    }

    /** Where the state is depends on who asks. */
    private static String byDefault(ConfigDef.ConfigKey key, OtpstreamConfig config) {
        if (key.name.equals(ConfigKeys.STATE_DIR)) {
            return config.streams().stateDir().toString();
        }
        return ConfigKeys.defaultText(key);
    }

    private Stream<ShownSetting> passedThrough() {
        return new TreeMap<>(given)
                .values().stream()
                        .filter(setting -> !definition.names().contains(setting.key()))
                        .map(setting -> ShownSetting.of(setting, ConfigKeys.isSecret(setting.key())));
    }

    private ShownSetting variable(OtherVariable variable) {
        String name = variable.name();
        String value = inputs.environment().getOrDefault(name, "");
        Source source = value.isBlank() ? new Source.Default() : new Source.EnvironmentVariable(name);
        return ShownSetting.of(new Setting(name, "", source), true);
    }
}
