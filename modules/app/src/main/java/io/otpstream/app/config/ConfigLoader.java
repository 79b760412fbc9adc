package io.otpstream.app.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Makes a configuration of its inputs, or says everything that is wrong with them. Used once. */
public final class ConfigLoader {

    private final ConfigDef definition = ConfigKeys.definition();
    private final ConfigInputs inputs;
    private final Map<String, Setting> settings = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private ConfigLoader(ConfigInputs inputs) {
        this.inputs = inputs;
    }

    /**
     * The configuration that the inputs make.
     *
     * @throws InvalidConfigException with every problem found
     */
    public static OtpstreamConfig load(ConfigInputs inputs) {
        return loadWithSources(inputs).config();
    }

    /**
     * The same, with where each value comes from.
     *
     * @throws InvalidConfigException with every problem found
     */
    public static LoadedConfig loadWithSources(ConfigInputs inputs) {
        return new ConfigLoader(inputs).load();
    }

    private LoadedConfig load() {
        file(inputs).ifPresent(file -> add(new PropertiesFileReader(file, problems::add).read()));
        add(new EnvironmentReader(definition.names()).read(inputs.environment()));
        add(inputs.flags());
        ConfigValues values = new ConfigValues(parseAll(), kafkaSettings());
        Secrets secrets = Secrets.read(inputs.environment(), problems::add);
        failOnProblems();

        OtpstreamConfig config = values.toConfig(secrets, inputs);
        new CrossChecks(config, settings).problems().forEach(problems::add);
        failOnProblems();
        return new LoadedConfig(config, new ShownSettings(definition, settings, inputs).of(config));
    }

    /** The properties file that is read; empty if there is none. */
    static Optional<Path> file(ConfigInputs inputs) {
        return inputs.file().or(() -> Optional.ofNullable(inputs.environment().get(EnvironmentReader.CONFIG_FILE))
                .filter(name -> !name.isBlank())
                .map(Path::of));
    }

    private void add(List<Setting> layer) {
        for (Setting setting : layer) {
            if (isKnown(setting.key())) {
                settings.put(setting.key(), setting);
            } else {
                String nearest = NearestKey.to(setting.key(), definition.names());
                problems.add(setting + ": unknown key, did you mean " + nearest + "?");
            }
        }
    }

    private boolean isKnown(String key) {
        boolean passedThrough =
                key.startsWith(ConfigKeys.KAFKA_PREFIX) && key.length() > ConfigKeys.KAFKA_PREFIX.length();
        return passedThrough || definition.names().contains(key);
    }

    private Map<String, Object> parseAll() {
        Map<String, Object> parsed = new HashMap<>();
        for (ConfigDef.ConfigKey key : definition.configKeys().values()) {
            Setting setting = settings.get(key.name);
            if (setting == null) {
                parsed.put(key.name, key.defaultValue);
            } else {
                parse(key, setting).ifPresent(value -> parsed.put(key.name, value));
            }
        }
        return parsed;
    }

    private Optional<Object> parse(ConfigDef.ConfigKey key, Setting setting) {
        try {
            Object value = ConfigDef.parseType(key.name, setting.value(), key.type);
            key.validator.ensureValid(key.name, value);
            return Optional.of(value);
        } catch (ConfigException e) {
            // Kafka's own text repeats the value.
            problems.add(setting + ": expected " + key.validator);
            return Optional.empty();
        }
    }

    private Map<String, String> kafkaSettings() {
        Map<String, String> passedThrough = new HashMap<>();
        settings.forEach((key, setting) -> {
            if (key.startsWith(ConfigKeys.KAFKA_PREFIX)) {
                passedThrough.put(key.substring(ConfigKeys.KAFKA_PREFIX.length()), setting.value());
            }
        });
        return passedThrough;
    }

    private void failOnProblems() {
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(problems);
        }
    }
}
