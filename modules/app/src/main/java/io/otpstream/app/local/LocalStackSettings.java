package io.otpstream.app.local;

import io.otpstream.app.config.ConfigKeys;
import io.otpstream.app.config.Setting;
import io.otpstream.domain.api.Dialect;
import java.util.List;
import java.util.Optional;

/**
 * How a local stack is started.
 *
 * @param dialect what the simulator speaks; in the published one it pushes codes, unless {@code webhook.listen} is none
 * @param brokerPort 0 for any free one
 * @param simulatorPort 0 for any free one
 * @param defaultSpeed how much faster than real everything runs unless {@code given} says otherwise
 * @param seed of the simulator's prices, codes and delays; empty for its own
 * @param given settings that win over the defaults
 */
public record LocalStackSettings(
        Dialect dialect,
        int brokerPort,
        int simulatorPort,
        double defaultSpeed,
        Optional<Long> seed,
        List<Setting> given) {

    /** @throws IllegalArgumentException for a setting that a local stack decides itself */
    public LocalStackSettings {
        given = List.copyOf(given);
        for (Setting setting : given) {
            switch (setting.key()) {
                case ConfigKeys.KAFKA_BOOTSTRAP_SERVERS, ConfigKeys.API_URL, ConfigKeys.STATE_DIR ->
                    throw new IllegalArgumentException(
                            setting + ": expected not to be set, for broker and API are started here");
                case ConfigKeys.API_DIALECT ->
                    throw new IllegalArgumentException(
                            setting + ": expected not to be set, for --dialect says what the API speaks");
                default -> {}
            }
        }
    }
}
