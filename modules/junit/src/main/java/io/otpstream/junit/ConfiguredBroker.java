package io.otpstream.junit;

import io.otpstream.app.config.ConfigInputs;
import io.otpstream.app.config.ConfigLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The brokers that tests are told to use.
 *
 * @param clientProperties for any Kafka client; holds {@code bootstrap.servers}, and secrets where the user set some
 */
record ConfiguredBroker(Map<String, Object> clientProperties) {

    /** A JUnit configuration parameter. */
    static final String PARAMETER = "otpstream.kafka.bootstrap.servers";

    /** An environment variable, the one that the command reads too. */
    static final String VARIABLE = "OTPSTREAM_KAFKA_BOOTSTRAP_SERVERS";

    ConfiguredBroker {
        clientProperties = Map.copyOf(clientProperties);
    }

    /**
     * The parameter goes before the variable. Further settings of Kafka clients come from where the command has them:
     * {@code OTPSTREAM_KAFKA_SECURITY_PROTOCOL} and so on, and the file that {@code OTPSTREAM_CONFIG} names.
     *
     * @return empty where neither names a broker
     * @throws io.otpstream.app.config.InvalidConfigException for settings that are wrong
     */
    static Optional<ConfiguredBroker> find(Optional<String> parameter, Map<String, String> environment) {
        return parameter
                .or(() -> Optional.ofNullable(environment.get(VARIABLE)))
                .filter(servers -> !servers.isBlank())
                .map(servers -> at(servers, environment));
    }

    private static ConfiguredBroker at(String servers, Map<String, String> environment) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put(VARIABLE, servers);
        ConfigInputs inputs =
                new ConfigInputs(Optional.empty(), variables, List.of(), Path.of(System.getProperty("user.home")));
        return new ConfiguredBroker(ConfigLoader.load(inputs).kafka().toClientConfig());
    }

    String bootstrapServers() {
        return String.valueOf(clientProperties.get("bootstrap.servers"));
    }

    /** Leaves out the settings, among which may be passwords. */
    @Override
    public String toString() {
        return "ConfiguredBroker[" + bootstrapServers() + "]";
    }
}
