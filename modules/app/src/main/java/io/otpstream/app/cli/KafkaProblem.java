package io.otpstream.app.cli;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.MissingTopicsException;
import io.otpstream.app.cluster.RefusedSetting;
import io.otpstream.app.config.ConfigKeys;
import io.otpstream.app.config.DurationText;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.streams.errors.StreamsException;

/** What a person does about an exception of Kafka. */
final class KafkaProblem {

    private static final String CREATE = ": 'otpstream topics create' makes the topics that are otpstream's";

    /** How Kafka Streams begins when its state directory is locked. */
    private static final String STATE_IN_USE = "Unable to initialize state";

    private final Cluster cluster;
    private final String bootstrapServers;

    KafkaProblem(Cluster cluster, String bootstrapServers) {
        this.cluster = cluster;
        this.bootstrapServers = bootstrapServers;
    }

    CommandFailedException explain(KafkaException e) {
        return switch (e) {
            case MissingTopicsException missing -> failure(missing.getMessage() + at() + CREATE, e);
            case UnknownTopicOrPartitionException missing -> failure("a topic is missing" + at() + CREATE, e);
            case TimeoutException late ->
                failure(
                        "no answer from Kafka" + at() + " within " + DurationText.format(cluster.patience())
                                + ": is a broker running there?",
                        e);
            case AuthenticationException refused ->
                failure(
                        "Kafka" + at()
                                + " doesn't accept who asks: check kafka.security.protocol, kafka.sasl.* and kafka.ssl.*",
                        e);
            case AuthorizationException refused -> failure("Kafka" + at() + " doesn't permit it: " + e.getMessage(), e);
            case StreamsException inUse
            when String.valueOf(inUse.getMessage()).startsWith(STATE_IN_USE) ->
                failure(
                        "another pipeline uses " + ConfigKeys.STATE_DIR + ": expected a directory of its own for each",
                        e);
            default -> e.getCause() instanceof ConfigException wrong ? settings(wrong) : other(e);
        };
    }

    private CommandFailedException other(KafkaException e) {
        return e instanceof ConfigException wrong
                ? settings(wrong)
                : failure("Kafka" + at() + ": " + e.getMessage() + " (--verbose shows why)", e);
    }

    private CommandFailedException settings(ConfigException wrong) {
        // Without the cause, whose text --verbose would show.
        return new CommandFailedException(
                ExitCode.USAGE, "Kafka's clients refuse the settings" + at() + ": " + RefusedSetting.text(wrong));
    }

    private String at() {
        return " at " + bootstrapServers + " (" + ConfigKeys.KAFKA_BOOTSTRAP_SERVERS + ")";
    }

    private static CommandFailedException failure(String message, KafkaException cause) {
        return new CommandFailedException(ExitCode.FAILURE, message, cause);
    }
}
