package io.otpstream.app.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.config.types.Password;

/**
 * Secrets in the environment, where tools of the same vendor look for the token too.
 *
 * @param token of the API
 * @param webhook what the API signs its webhooks with
 */
record Secrets(Optional<Password> token, Optional<Password> webhook) {

    static final String TOKEN = OtherVariable.SMSCODE_TOKEN.name();
    static final String WEBHOOK = OtherVariable.SMSCODE_WEBHOOK_SECRET.name();

    /** All variables that hold secrets. */
    static final List<String> VARIABLES = List.of(TOKEN, WEBHOOK);

    private static final int LONGEST_WEBHOOK_SECRET = 256;

    static Secrets read(Map<String, String> environment, Consumer<String> problems) {
        Optional<String> token = variable(environment, TOKEN);
        if (token.stream().flatMapToInt(String::chars).anyMatch(c -> c <= ' ' || c >= 0x7f)) {
            problems.accept("environment variable " + TOKEN + ": expected a token of visible ASCII characters");
        }
        Optional<String> webhook = variable(environment, WEBHOOK);
        if (webhook.stream().anyMatch(secret -> secret.length() > LONGEST_WEBHOOK_SECRET)) {
            problems.accept(
                    "environment variable " + WEBHOOK + ": expected at most " + LONGEST_WEBHOOK_SECRET + " characters");
        }
        return new Secrets(token.map(Password::new), webhook.map(Password::new));
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.of(environment.getOrDefault(name, "").strip()).filter(text -> !text.isEmpty());
    }
}
