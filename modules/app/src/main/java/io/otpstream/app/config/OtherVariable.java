package io.otpstream.app.config;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Environment variables that mean something and set no key. The name of the constant is that of the variable. */
public enum OtherVariable {
    SMSCODE_TOKEN(true, "The API token. Wins over " + ConfigKeys.API_TOKEN_FILE + "."),
    SMSCODE_WEBHOOK_SECRET(
            true,
            "The secret that the API signs its webhooks with, 256 characters at most. Wins over "
                    + ConfigKeys.WEBHOOK_SECRET_FILE + "."),
    OTPSTREAM_CONFIG(false, "The properties file, where --config names none."),
    OTPSTREAM_LOG_LEVEL(false, "How much otpstream itself logs: ERROR, WARN, INFO (default), DEBUG."),
    OTPSTREAM_JAVA_OPTS(false, "Options for the JVM, such as -Xmx2g. Read by the launcher."),
    OTPSTREAM_NATIVE_DIR(
            false,
            "Where native libraries are unpacked, if not in the JVM's temporary directory. Read by the launcher."),
    OTPSTREAM_RUNTIME_IMAGE(false, "For otpstream's own tests: the base of the image that they build in Docker."),
    OTPSTREAM_KAFKA_IMAGE(false, "For otpstream's own tests: the image of the broker that they start in Docker.");

    private final boolean secret;
    private final String documentation;

    OtherVariable(boolean secret, String documentation) {
        this.secret = secret;
        this.documentation = documentation;
    }

    /** Whether its value is shown to nobody. */
    public boolean isSecret() {
        return secret;
    }

    /** What it is for, in sentences. */
    public String documentation() {
        return documentation;
    }

    static Set<String> names() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }
}
