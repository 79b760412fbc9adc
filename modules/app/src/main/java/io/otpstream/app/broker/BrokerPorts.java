package io.otpstream.app.broker;

import java.util.List;

/**
 * The two ports of a node, known to be free a moment ago.
 *
 * <p>Kafka ends the whole JVM when it finds a port taken, so the ports are tried before it sees them.
 */
record BrokerPorts(int broker, int controller) {

    /** @param brokerPort 0 for any */
    static BrokerPorts reserve(int brokerPort) {
        if (brokerPort != 0 && !FreePorts.isFree(brokerPort)) {
            throw new BrokerStartException("port " + brokerPort + " on 127.0.0.1 is taken: choose another", null);
        }
        List<Integer> any = FreePorts.find(2);
        int broker = brokerPort == 0 ? any.getFirst() : brokerPort;
        // The asked-for port may be among the free ones.
        return new BrokerPorts(broker, any.getLast() == broker ? any.getFirst() : any.getLast());
    }
}
