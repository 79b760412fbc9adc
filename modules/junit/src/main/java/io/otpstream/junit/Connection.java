package io.otpstream.junit;

import io.otpstream.app.local.LocalStack;
import io.otpstream.app.local.LocalStackSettings;
import io.otpstream.client.OtpClient;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all tests of a JVM share: the client and, unless they use a configured broker, the sandbox.
 *
 * @param stop ends both
 */
record Connection(OtpClient client, Optional<Sandbox> sandbox, Runnable stop) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final String SANDBOX = "sandbox";

    /** Opens it when it is first asked for. JUnit closes it at the end of the launcher's session. */
    static Connection of(ExtensionContext context) {
        Optional<ConfiguredBroker> broker =
                ConfiguredBroker.find(context.getConfigurationParameter(ConfiguredBroker.PARAMETER), System.getenv());
        return Stores.getOrCreate(
                Stores.of(context, StoreScope.LAUNCHER_SESSION),
                broker.map(ConfiguredBroker::bootstrapServers).orElse(SANDBOX),
                key -> broker.map(Connection::to).orElseGet(() -> toSandbox(SandboxSettings.of(context))),
                Connection.class);
    }

    private static Connection to(ConfiguredBroker broker) {
        LOG.info("tests use the pipeline at {}", broker.bootstrapServers());
        OtpClient client = OtpClient.connect(broker.clientProperties());
        return new Connection(client, Optional.empty(), client::close);
    }

    private static Connection toSandbox(LocalStackSettings settings) {
        LocalStack stack = start(settings);
        LOG.info("tests use a sandbox: Kafka {}, dashboard {}", stack.bootstrapServers(), stack.dashboard());
        try {
            OtpClient client = OtpClient.connect(stack.bootstrapServers());
            return new Connection(client, Optional.of(new Sandbox(stack)), () -> {
                try {
                    client.close();
                } finally {
                    stack.close();
                }
            });
        } catch (RuntimeException notConnected) {
            stack.close();
            throw notConnected;
        }
    }

    private static LocalStack start(LocalStackSettings settings) {
        try {
            return LocalStack.start(settings);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the sandbox was starting", e);
        }
    }

    @Override
    public void close() {
        stop.run();
    }
}
