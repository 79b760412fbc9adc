package io.otpstream.app.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How an embedded broker is started.
 *
 * @param dataDir where it keeps its records; created when it doesn't exist, used again when it was used before. Empty:
 *     a temporary directory that is deleted when the broker is closed
 * @param port the port on 127.0.0.1 that clients connect to; 0 takes a free one
 * @param brokerProperties Kafka broker settings that win over those of {@link EmbeddedBroker}
 */
public record EmbeddedBrokerSettings(Optional<Path> dataDir, int port, Map<String, String> brokerProperties) {

    private static final int MAX_PORT = 65_535;

    /** @throws IllegalArgumentException when the port is none */
    public EmbeddedBrokerSettings {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port: expected 0 to " + MAX_PORT);
        }
        brokerProperties = Map.copyOf(brokerProperties);
    }

    /** A free port and a temporary directory. */
    public static EmbeddedBrokerSettings temporary() {
        return new EmbeddedBrokerSettings(Optional.empty(), 0, Map.of());
    }

    /** The same with records kept in {@code directory}. */
    public EmbeddedBrokerSettings withDataDir(Path directory) {
        return new EmbeddedBrokerSettings(Optional.of(directory), port, brokerProperties);
    }

    /** The same on another port. */
    public EmbeddedBrokerSettings withPort(int otherPort) {
        return new EmbeddedBrokerSettings(dataDir, otherPort, brokerProperties);
    }

    /** The same with other Kafka broker settings. */
    public EmbeddedBrokerSettings withBrokerProperties(Map<String, String> properties) {
        return new EmbeddedBrokerSettings(dataDir, port, properties);
    }
}
