package io.otpstream.app.cli;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.config.ConfigKeys;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.pipeline.TopicCheck;
import io.otpstream.app.topics.ConfiguredTopics;
import io.otpstream.contract.RequestId;
import java.util.Collection;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InterruptException;

/** A subcommand that asks Kafka something, or tells it something, and ends with one line where Kafka doesn't answer. */
abstract class KafkaSubcommand extends Subcommand {

    /** Does the work; Kafka's exceptions are explained by the caller. */
    abstract ExitCode execute(OtpstreamConfig config, Cluster cluster) throws Exception;

    @Override
    protected final ExitCode execute() throws Exception {
        OtpstreamConfig config = config();
        Cluster cluster = cluster(config);
        try {
            return execute(config, cluster);
        } catch (InterruptException interrupted) {
            throw interrupted;
        } catch (KafkaException e) {
            throw new KafkaProblem(cluster, config.kafka().bootstrapServers()).explain(e);
        }
    }

    /** Creates what is missing, and ends the command where there is something that a pipeline can't work with. */
    final void prepareTopics(OtpstreamConfig config, Cluster cluster) {
        TopicCheck check = TopicCheck.prepare(cluster, ConfiguredTopics.of(config));
        if (!check.created().isEmpty()) {
            err().println("created topics: " + String.join(", ", check.created()));
        }
        check.deviations().forEach(deviation -> err().println("note: " + deviation));
        if (!check.obstacles().isEmpty()) {
            throw new CommandFailedException(ExitCode.FAILURE, String.join("; ", check.obstacles()));
        }
        err().flush();
    }

    /** Ends the command where one of them can't be a request id. */
    final void checkIds(Collection<String> requestIds) {
        if (!requestIds.stream().allMatch(RequestId::isValid)) {
            throw usageError("ID: expected 1 to " + RequestId.MAX_LENGTH + " of A-Z a-z 0-9 . _ -");
        }
    }

    static Cluster cluster(OtpstreamConfig config) {
        try {
            return Cluster.of(config.kafka().toClientConfig());
        } catch (ConfigException wrong) {
            throw new CommandFailedException(ExitCode.USAGE, ConfigKeys.KAFKA_PREFIX + wrong.getMessage(), wrong);
        }
    }
}
