package io.otpstream.acceptance;

/**
 * A broker for tests, shared by all classes of a JVM: topics and groups need names of their own.
 *
 * @param bootstrapServers for clients of this machine
 * @param stop ends the broker; run after the last test
 */
public record KafkaCluster(String bootstrapServers, Runnable stop) implements AutoCloseable {

    @Override
    public void close() {
        stop.run();
    }
}
