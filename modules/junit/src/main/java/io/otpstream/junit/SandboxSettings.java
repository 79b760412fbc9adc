package io.otpstream.junit;

import io.otpstream.app.local.LocalStackSettings;
import io.otpstream.domain.api.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** JUnit configuration parameters about the sandbox: system properties, or lines of {@code junit-platform.properties}. */
final class SandboxSettings {

    /** How many times as fast as the real world everything runs, time-outs included: 1 to 1000. */
    static final String SPEED = "otpstream.sandbox.speed";

    /** {@code guide} or {@code published}. */
    static final String DIALECT = "otpstream.sandbox.dialect";

    private SandboxSettings() {}

    /**
     * As given, else published and at real speed: in this dialect the vendor pushes codes, so that a test has one as soon
     * as it was texted.
     */
    static LocalStackSettings of(ExtensionContext context) {
        double speed = context.getConfigurationParameter(SPEED, Double::valueOf).orElse(1.0);
        Dialect dialect = context.getConfigurationParameter(DIALECT, SandboxSettings::dialect)
                .orElse(Dialect.PUBLISHED);
        return new LocalStackSettings(dialect, 0, 0, speed, Optional.empty(), List.of());
    }

    private static Dialect dialect(String word) {
        return Dialect.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
