package io.otpstream.app.config;

import java.util.Map;
import java.util.stream.Stream;

/**
 * Looks for what doesn't hold between the settings of one configuration.
 *
 * @param settings what was given, by key
 */
record CrossChecks(OtpstreamConfig config, Map<String, Setting> settings) {

    /** A sentence for each, which names the keys and where their values come from. */
    Stream<String> problems() {
        return Stream.concat(betweenSettings(), decidedElsewhere());
    }

    private Stream<String> betweenSettings() {
        return CrossCheck.all().stream()
                .filter(check -> check.broken().test(config))
                .map(check -> check.text(this::named));
    }

    private Stream<String> decidedElsewhere() {
        return KafkaSettings.decidedElsewhere().entrySet().stream()
                .filter(entry -> settings.containsKey(ConfigKeys.KAFKA_PREFIX + entry.getKey()))
                .map(entry -> named(ConfigKeys.KAFKA_PREFIX + entry.getKey()) + ": " + entry.getValue());
    }

    private String named(String key) {
        Setting setting = settings.get(key);
        return setting != null ? setting.toString() : new Setting(key, "", new Source.Default()).toString();
    }
}
