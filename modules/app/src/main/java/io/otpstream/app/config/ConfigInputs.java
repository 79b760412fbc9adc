package io.otpstream.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a configuration is made of.
 *
 * @param file the properties file; empty: the one that {@code OTPSTREAM_CONFIG} names, if any
 * @param environment the variables of the process
 * @param flags in the order in which a later one wins
 * @param home the user's directory
 */
public record ConfigInputs(Optional<Path> file, Map<String, String> environment, List<Setting> flags, Path home) {

    public ConfigInputs {
        environment = Map.copyOf(environment);
        flags = List.copyOf(flags);
    }

    /** Leaves out the environment, which holds secrets. */
    @Override
    public String toString() {
        return "ConfigInputs[file=" + file + ", flags=" + flags + "]";
    }
}
