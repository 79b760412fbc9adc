package io.otpstream.app.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the settings of a configuration were given, without their values.
 *
 * @param file the properties file; empty if there is none
 * @param variables names of environment variables that were read, secrets among them
 * @param flags names of options, each once
 */
public record ConfigSources(Optional<Path> file, List<String> variables, List<String> flags) {

    /** Keeps its own copies. */
    public ConfigSources {
        variables = List.copyOf(variables);
        flags = List.copyOf(flags);
    }

    /** Those that {@link ConfigLoader} reads. */
    public static ConfigSources of(ConfigInputs inputs) {
        List<String> variables =
                new ArrayList<>(new EnvironmentReader(ConfigKeys.definition().names())
                        .read(inputs.environment()).stream()
                                .map(setting -> setting.source() instanceof Source.EnvironmentVariable(String name)
                                        ? name
                                        : setting.key())
                                .toList());
        Secrets.VARIABLES.stream()
                .filter(name -> !inputs.environment().getOrDefault(name, "").isBlank())
                .forEach(variables::add);
        List<String> flags = inputs.flags().stream()
                .map(Setting::source)
                .filter(Source.Flag.class::isInstance)
                .map(source -> ((Source.Flag) source).name())
                .distinct()
                .toList();
        return new ConfigSources(ConfigLoader.file(inputs), variables, flags);
    }

    /** For people: who wins comes first. */
    public String sentence() {
        List<String> parts = new ArrayList<>();
        if (!flags.isEmpty()) {
            parts.add("flags " + String.join(" ", flags));
        }
        if (!variables.isEmpty()) {
            parts.add("environment " + String.join(" ", variables));
        }
        file.ifPresent(each -> parts.add("file " + each));
        parts.add("defaults");
        return String.join(", then ", parts);
    }
}
