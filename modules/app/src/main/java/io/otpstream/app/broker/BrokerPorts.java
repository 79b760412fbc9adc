package io.otpstream.app.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * The two ports of a node, known to be free a moment ago.
 *
 * <p>Kafka ends the whole JVM when it finds a port taken, so the ports are tried before it sees them.
 */
record BrokerPorts(int broker, int controller) {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    static BrokerPorts reserve(int brokerPort) {
        // Both are held at once, else the system may hand out the same port twice.
        try (ServerSocket broker = bind(brokerPort);
                ServerSocket controller = bind(0)) {
            return new BrokerPorts(broker.getLocalPort(), controller.getLocalPort());
        } catch (IOException e) {
            throw new BrokerStartException("port " + brokerPort + " on 127.0.0.1 is taken: choose another", e);
        }
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
