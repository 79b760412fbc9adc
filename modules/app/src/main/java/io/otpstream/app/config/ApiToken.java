package io.otpstream.app.config;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The API token in the environment, where tools of the same vendor look for it too. */
final class ApiToken {

    static final String VARIABLE = "SMSCODE_TOKEN";

    private ApiToken() {}

    static Optional<String> read(Map<String, String> environment, Consumer<String> problems) {
        String token = environment.getOrDefault(VARIABLE, "").strip();
        if (!token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            problems.accept("environment variable " + VARIABLE + ": expected a token of visible ASCII characters");
        }
        return Optional.of(token).filter(text -> !text.isEmpty());
    }
}
