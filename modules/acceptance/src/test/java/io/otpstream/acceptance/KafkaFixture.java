package io.otpstream.acceptance;

import io.otpstream.app.broker.EmbeddedBroker;
import io.otpstream.app.broker.EmbeddedBrokerSettings;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives tests a {@link KafkaCluster} parameter: the official image where Docker has it or can get it, else the embedded
 * broker. {@code OTPSTREAM_KAFKA_IMAGE} names another image. The log says which it is, and why.
 */
public final class KafkaFixture implements ParameterResolver {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaFixture.class);
    private static final String DEFAULT_IMAGE = "apache/kafka:4.3.1";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == KafkaCluster.class;
    }

    @Override
    public KafkaCluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // The root store closes what it holds when the JVM's last test is through.
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(KafkaFixture.class))
                .computeIfAbsent(KafkaCluster.class, key -> start(), KafkaCluster.class);
    }

    private static KafkaCluster start() {
        String image = System.getenv().getOrDefault("OTPSTREAM_KAFKA_IMAGE", DEFAULT_IMAGE);
        return switch (DockerImage.lookFor(image)) {
            case DockerImage.Present present -> {
                LOG.info("Kafka for the tests: container of {}", image);
                yield KafkaInDocker.start(present.image());
            }
            case DockerImage.Missing missing -> {
                LOG.info("Kafka for the tests: embedded broker, because {}", missing.reason());
                EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBrokerSettings.temporary());
                yield new KafkaCluster(broker.bootstrapServers(), broker::close);
            }
        };
    }
}
