package io.otpstream.app.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A cluster of one real Kafka broker in KRaft mode, in this JVM and on 127.0.0.1 only.
 *
 * <p>It keeps what a broker keeps: transactions, groups, retention. It is not for production, since nothing is
 * replicated. A failure deep inside Kafka ends the JVM, as it does for a broker of its own.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final BrokerDirectory directory;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, BrokerDirectory directory, int port) {
        this.server = server;
        this.directory = directory;
        this.port = port;
    }

    /**
     * Starts a broker and returns once clients can connect, after some 3 s in a new JVM.
     *
     * @throws BrokerStartException when the port is taken, the data directory is in use or Kafka refuses a setting
     */
    public static EmbeddedBroker start(EmbeddedBrokerSettings settings) {
        BrokerDirectory directory = BrokerDirectory.open(settings.dataDir());
        try {
            BrokerPorts ports = BrokerPorts.reserve(settings.port());
            Properties properties = BrokerProperties.of(ports, directory.logDirectory(), settings.brokerProperties());
            if (!directory.isFormatted()) {
                format(directory);
            }
            return new EmbeddedBroker(startServer(properties), directory, ports.broker());
        } catch (BrokerStartException e) {
            directory.close();
            throw e;
        } catch (Exception e) {
            directory.close();
            throw new BrokerStartException("the embedded broker did not start: " + e, e);
        }
    }

    /** What clients are given as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Stops the broker in order, and deletes its directory if that was temporary. */
    @Override
    public void close() {
        try {
            server.shutdown();
            server.awaitShutdown();
        } finally {
            directory.close();
        }
    }

    private static KafkaRaftServer startServer(Properties properties) {
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        try {
            server.startup();
            return server;
        } catch (RuntimeException e) {
            server.shutdown();
            server.awaitShutdown();
            throw e;
        }
    }

    private static void format(BrokerDirectory directory) throws Exception {
        String logDirectory = directory.logDirectory().toString();
        new Formatter()
                .setNodeId(BrokerProperties.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
                .setMetadataLogDirectory(logDirectory)
                .addDirectory(logDirectory)
                .setPrintStream(silence())
                .run();
    }

    /** The formatter reports to standard output, which belongs to the command. */
    private static PrintStream silence() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}
