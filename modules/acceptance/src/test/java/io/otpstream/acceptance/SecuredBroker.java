package io.otpstream.acceptance;

import static java.util.stream.Collectors.joining;

import io.otpstream.app.broker.EmbeddedBroker;
import io.otpstream.app.broker.EmbeddedBrokerSettings;
import io.otpstream.app.broker.FreePorts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/**
 * The embedded broker with a second door: users log in there, and may do what their rules say.
 *
 * @param bootstrapServers where users log in
 * @param administrators where whoever comes may do everything
 */
record SecuredBroker(EmbeddedBroker broker, String bootstrapServers, String administrators) implements AutoCloseable {

    static SecuredBroker start(List<StrimziUser> users) {
        List<Integer> ports = FreePorts.find(3);
        String open = "127.0.0.1:" + ports.get(0);
        String closed = "127.0.0.1:" + ports.get(1);
        String controller = "127.0.0.1:" + ports.get(2);
        String doors = "PLAINTEXT://" + open + ",SASL_PLAINTEXT://" + closed;
        EmbeddedBroker broker = EmbeddedBroker.start(new EmbeddedBrokerSettings(
                Optional.empty(),
                ports.get(0),
                Map.of(
                        "listeners",
                        doors + ",CONTROLLER://" + controller,
                        "advertised.listeners",
                        doors,
                        "listener.security.protocol.map",
                        "PLAINTEXT:PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                        "controller.quorum.voters",
                        "1@" + controller,
                        "sasl.enabled.mechanisms",
                        "PLAIN",
                        "listener.name.sasl_plaintext.plain.sasl.jaas.config",
                        logins(users),
                        "authorizer.class.name",
                        RecordingAuthorizer.class.getName(),
                        "super.users",
                        "User:ANONYMOUS")));
        return new SecuredBroker(broker, closed, open);
    }

    /** For whoever may do everything; the caller closes it. */
    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", administrators));
    }

    /** What a Kafka client of this user is given. */
    Map<String, String> clientOf(StrimziUser user) {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                user.jaas());
    }

    /** The same as variables of the otpstream command. */
    Map<String, String> environmentOf(StrimziUser user) {
        Map<String, String> environment = new HashMap<>();
        clientOf(user)
                .forEach((key, value) -> environment.put(
                        "OTPSTREAM_KAFKA_" + key.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return environment;
    }

    @Override
    public void close() {
        broker.close();
    }

    private static String logins(List<StrimziUser> users) {
        return users.stream()
                .map(user -> " user_%s=\"%s\"".formatted(user.name(), user.password()))
                .collect(joining("", "org.apache.kafka.common.security.plain.PlainLoginModule required", ";"));
    }
}
