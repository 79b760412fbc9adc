package io.otpstream.app.cli;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.topics.ConfiguredTopics;
import io.otpstream.contract.topics.TopicAdmin;
import io.otpstream.contract.topics.TopicCatalogue;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Option;

/** What {@code otpstream topics ...} have in common. */
abstract class CatalogueSubcommand extends KafkaSubcommand {

    @Option(names = "--json", description = "Answer in JSON, an object per line.")
    private boolean json;

    abstract ExitCode execute(TopicAdmin topics, TopicCatalogue catalogue);

    @Override
    final ExitCode execute(OtpstreamConfig config, Cluster cluster) {
        TopicCatalogue catalogue = ConfiguredTopics.of(config);
        try (Admin admin = cluster.admin()) {
            return execute(new TopicAdmin(admin, cluster.patience()), catalogue);
        }
    }

    final boolean json() {
        return json;
    }
}
