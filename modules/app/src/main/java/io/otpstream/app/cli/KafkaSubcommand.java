package io.otpstream.app.cli;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.config.ConfigKeys;
import io.otpstream.app.config.OtpstreamConfig;
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

    static Cluster cluster(OtpstreamConfig config) {
        try {
            return Cluster.of(config.kafka().toClientConfig());
        } catch (ConfigException wrong) {
            throw new CommandFailedException(ExitCode.USAGE, ConfigKeys.KAFKA_PREFIX + wrong.getMessage(), wrong);
        }
    }
}
