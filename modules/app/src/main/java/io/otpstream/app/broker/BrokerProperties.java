package io.otpstream.app.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The server.properties of a cluster of one. */
final class BrokerProperties {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String ONE = "1";

    private BrokerProperties() {}

    static Properties of(BrokerPorts ports, Path logDirectory, Map<String, String> extra) {
        Properties properties = new Properties();
        node(properties, ports, logDirectory);
        internalTopics(properties);
        groups(properties);
        properties.putAll(extra);
        return properties;
    }

    private static void node(Properties properties, BrokerPorts ports, Path logDirectory) {
        String brokerListener = "PLAINTEXT://127.0.0.1:" + ports.broker();
        String controller = "127.0.0.1:" + ports.controller();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(NODE_ID));
        properties.put("log.dir", logDirectory.toString());
        properties.put("listeners", brokerListener + "," + CONTROLLER_LISTENER + "://" + controller);
        properties.put("advertised.listeners", brokerListener);
        properties.put("controller.listener.names", CONTROLLER_LISTENER);
        properties.put("controller.quorum.voters", NODE_ID + "@" + controller);
        // As with a broker in production: a topic that nobody created is an error, not a topic with odd settings.
        properties.put("auto.create.topics.enable", "false");
        // The default reserves 128 MiB of the heap that this process shares with the pipeline.
        properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
    }

    private static void internalTopics(Properties properties) {
        for (String prefix :
                new String[] {"offsets.topic.", "transaction.state.log.", "share.coordinator.state.topic."}) {
            properties.put(prefix + "replication.factor", ONE);
            properties.put(prefix + "num.partitions", ONE);
        }
        properties.put("transaction.state.log.min.isr", ONE);
        properties.put("share.coordinator.state.topic.min.isr", ONE);
    }

    /** Members of a group on one machine arrive together: waiting for more of them only delays the start. */
    private static void groups(Properties properties) {
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("group.streams.initial.rebalance.delay.ms", "0");
        properties.put("group.streams.min.heartbeat.interval.ms", "200");
        properties.put("group.streams.heartbeat.interval.ms", "500");
    }
}
