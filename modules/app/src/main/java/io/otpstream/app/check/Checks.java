package io.otpstream.app.check;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.config.ConfigSources;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.topics.ConfiguredTopics;
import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.contract.topics.TopicSpec;
import io.otpstream.domain.rate.BudgetRules;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Everything that {@code otpstream check} looks at, in the order of {@link CheckId}. */
public final class Checks implements AutoCloseable {

    /** How long one question may take. */
    public static final Duration PATIENCE = Duration.ofSeconds(6);

    /** Room for two questions one after the other, which is the most that depends on each other. */
    private static final Duration ALTOGETHER = Duration.ofSeconds(14);

    private final OtpstreamConfig config;
    private final ConfigSources sources;
    private final Cluster cluster;
    private final BrokerAccess access;
    private final InstantSource clock = InstantSource.system();

    /**
     * Looks at nothing yet.
     *
     * @param config with an {@code api.timeout} of at most {@link #PATIENCE}
     * @param cluster with no more patience than that
     */
    public Checks(OtpstreamConfig config, ConfigSources sources, Cluster cluster) {
        this.config = config;
        this.sources = sources;
        this.cluster = cluster;
        this.access = new BrokerAccess(cluster);
    }

    /** All of them, to be run within 15 s. */
    public Examination examination() {
        List<Probe> probes = new ArrayList<>();
        probes.add(new ConfigProbe(sources));
        probes.add(new AccountProbe(config));
        probes.add(new ApiClockProbe(config, clock));
        addBroker(probes);
        probes.add(new StateDirProbe(config.streams().stateDir(), StateDirProbe.ENOUGH_BYTES));
        probes.add(
                new DashboardProbe(config.dashboard().host(), config.dashboard().port()));
        return new Examination(probes, ALTOGETHER);
    }

    private void addBroker(List<Probe> probes) {
        String servers = config.kafka().bootstrapServers();
        probes.add(new BrokerProbe(access, servers));
        for (KafkaLook look : looks(servers)) {
            probes.add(new BehindBroker(access, servers, look));
        }
    }

    private List<KafkaLook> looks(String servers) {
        String id = config.streams().applicationId();
        TopicCatalogue catalogue = ConfiguredTopics.of(config);
        List<String> topics = catalogue.specs().stream().map(TopicSpec::name).toList();
        Duration tolerance = BudgetRules.of(
                        config.api().rateLimitPerMinute(), config.speed().factor())
                .clockTolerance();
        Duration patience = cluster.patience();
        return List.of(
                new VersionLook(patience),
                new TopicsLook(catalogue, servers, patience),
                new PartitionsLook(topics, patience),
                new AclsLook(id, servers, patience),
                new TransactionsLook(cluster, id, servers, tolerance, clock),
                new GroupLook(id, patience));
    }

    @Override
    public void close() {
        access.close();
    }
}
