package io.otpstream.contract.topics;

import java.util.Map;

/**
 * A topic as a broker has it.
 *
 * @param name its name
 * @param partitions how many it has
 * @param replicationFactor of its first partition
 * @param config its whole configuration, the broker's defaults included, by Kafka's names
 */
public record ActualTopic(String name, int partitions, int replicationFactor, Map<String, String> config) {

    /** Keeps its own copy of the configuration. */
    public ActualTopic {
        config = Map.copyOf(config);
    }
}
