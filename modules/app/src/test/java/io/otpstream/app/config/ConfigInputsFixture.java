package io.otpstream.app.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Inputs in the words of a test; {@link #load} reads them. */
final class ConfigInputsFixture {

    private Optional<Path> file = Optional.empty();
    private final Map<String, String> environment = new HashMap<>();
    private final List<Setting> flags = new ArrayList<>();

    static ConfigInputsFixture nothing() {
        return new ConfigInputsFixture();
    }

    ConfigInputsFixture file(Path path, String... lines) {
        try {
            Files.writeString(path, String.join("\n", lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file = Optional.of(path);
        return this;
    }

    ConfigInputsFixture missingFile(Path path) {
        file = Optional.of(path);
        return this;
    }

    ConfigInputsFixture variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    ConfigInputsFixture set(String key, String value) {
        flags.add(new Setting(key, value, new Source.Flag("--set")));
        return this;
    }

    OtpstreamConfig load() {
        return loadWithSources().config();
    }

    LoadedConfig loadWithSources() {
        return ConfigLoader.loadWithSources(new ConfigInputs(file, environment, flags, Path.of("/home/ada")));
    }
}
