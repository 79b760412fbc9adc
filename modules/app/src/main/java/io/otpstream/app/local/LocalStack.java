package io.otpstream.app.local;

import io.otpstream.app.broker.EmbeddedBroker;
import io.otpstream.app.broker.EmbeddedBrokerSettings;
import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.config.ConfigInputs;
import io.otpstream.app.config.ConfigKeys;
import io.otpstream.app.config.ConfigLoader;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.config.Setting;
import io.otpstream.app.config.Source;
import io.otpstream.app.dashboard.DashboardFactory;
import io.otpstream.app.dashboard.RunningDashboard;
import io.otpstream.app.pipeline.ApiFactory;
import io.otpstream.app.pipeline.PipelineFactory;
import io.otpstream.app.pipeline.TopicCheck;
import io.otpstream.app.topics.ConfiguredTopics;
import io.otpstream.app.webhook.ReceiverFactory;
import io.otpstream.domain.api.Dialect;
import io.otpstream.domain.api.PublishedApi;
import io.otpstream.domain.api.SmsCodeApi;
import io.otpstream.simulator.Simulator;
import io.otpstream.simulator.SimulatorSettings;
import io.otpstream.streams.Pipeline;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Everything that a verification needs, in this process and on 127.0.0.1. What it writes is in temporary directories and
 * gone after {@link #close}.
 */
public final class LocalStack implements AutoCloseable {

    private static final long RUNNING_WITHIN_SECONDS = 60;

    private final Closer closer;
    private final EmbeddedBroker broker;
    private final Simulator simulator;
    private final Dialect dialect;
    private final OtpstreamConfig config;
    private final Pipeline pipeline;
    private final RunningDashboard dashboard;

    private LocalStack(
            Closer closer,
            EmbeddedBroker broker,
            Simulator simulator,
            Dialect dialect,
            OtpstreamConfig config,
            Pipeline pipeline,
            RunningDashboard dashboard) {
        this.closer = closer;
        this.broker = broker;
        this.simulator = simulator;
        this.dialect = dialect;
        this.config = config;
        this.pipeline = pipeline;
        this.dashboard = dashboard;
    }

    /**
     * Starts everything and returns once requests are served, after some 6 s in a new JVM.
     *
     * @throws io.otpstream.app.config.InvalidConfigException for given settings that are wrong
     * @throws io.otpstream.app.broker.BrokerStartException see there
     * @throws io.otpstream.simulator.SimulatorStartException see there
     */
    public static LocalStack start(LocalStackSettings settings) throws InterruptedException {
        Closer closer = new Closer();
        boolean started = false;
        try {
            LocalStack stack = start(settings, closer);
            started = true;
            return stack;
        } finally {
            if (!started) {
                closer.close();
            }
        }
    }

    private static LocalStack start(LocalStackSettings settings, Closer closer) throws InterruptedException {
        TemporaryDirectory state = TemporaryDirectory.create();
        closer.add(state::close);
        EmbeddedBroker broker =
                EmbeddedBroker.start(EmbeddedBrokerSettings.temporary().withPort(settings.brokerPort()));
        closer.add(broker::close);
        // The simulator needs the speed, which the configuration says; and that needs some address of an API.
        String secret = LocalWebhook.randomSecret();
        double speed = configuration(settings, broker, state.path(), URI.create("http://127.0.0.1/v1"), secret)
                .speed()
                .factor();
        Simulator simulator = Simulator.start(simulator(settings, speed));
        closer.add(simulator::close);
        OtpstreamConfig config = configuration(settings, broker, state.path(), simulator.baseUri(), secret);
        TopicCheck.prepare(cluster(config), ConfiguredTopics.of(config));
        SmsCodeApi client = ApiFactory.create(config, settings.dialect());
        closer.add(client::close);
        if (client instanceof PublishedApi published && ReceiverFactory.isWanted(config, settings.dialect())) {
            closer.add(LocalWebhook.start(config, published, secret)::close);
        }
        Pipeline pipeline = PipelineFactory.create(config, client);
        closer.add(pipeline::close);
        pipeline.start();
        awaitRunning(pipeline);
        RunningDashboard dashboard = DashboardFactory.startAnywhere(config, pipeline);
        closer.add(dashboard::close);
        return new LocalStack(closer, broker, simulator, settings.dialect(), config, pipeline, dashboard);
    }

    /** What clients are given as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** The broker as a program sees it that asks or tells something. */
    public Cluster cluster() {
        return cluster(config);
    }

    /** The vendor. */
    public Simulator simulator() {
        return simulator;
    }

    /** What vendor and pipeline speak. */
    public Dialect dialect() {
        return dialect;
    }

    /** What the pipeline runs with. */
    public OtpstreamConfig config() {
        return config;
    }

    /** The pipeline, running. */
    public Pipeline pipeline() {
        return pipeline;
    }

    /** Where the dashboard is. */
    public URI dashboard() {
        return dashboard.uri();
    }

    @Override
    public void close() {
        closer.close();
    }

    private static OtpstreamConfig configuration(
            LocalStackSettings settings, EmbeddedBroker broker, Path stateDir, URI api, String webhookSecret) {
        List<Setting> all = new ArrayList<>();
        all.add(setting(ConfigKeys.SPEED, Double.toString(settings.defaultSpeed())));
        switch (settings.dialect()) {
            case GUIDE -> all.add(setting(ConfigKeys.API_DIALECT, "guide"));
            case PUBLISHED -> {
                all.add(setting(ConfigKeys.API_DIALECT, "published"));
                all.add(setting(ConfigKeys.WEBHOOK_LISTEN, "127.0.0.1:0"));
            }
        }
        all.addAll(settings.given());
        all.add(setting(ConfigKeys.KAFKA_BOOTSTRAP_SERVERS, broker.bootstrapServers()));
        all.add(setting(ConfigKeys.STATE_DIR, stateDir.toString()));
        all.add(setting(ConfigKeys.API_URL, api.toString()));
        // No file and no variables: what is configured for the real thing, above all its token, stays out of this.
        Map<String, String> secrets = Map.of("SMSCODE_TOKEN", Simulator.TOKEN, "SMSCODE_WEBHOOK_SECRET", webhookSecret);
        return ConfigLoader.load(new ConfigInputs(Optional.empty(), secrets, all, stateDir));
    }

    private static Setting setting(String key, String value) {
        return new Setting(key, value, new Source.Default());
    }

    private static SimulatorSettings simulator(LocalStackSettings settings, double speed) {
        SimulatorSettings simulator = SimulatorSettings.defaults()
                .withDialect(SimulatedDialect.of(settings.dialect()))
                .withPort(settings.simulatorPort())
                .withSpeed(speed);
        return settings.seed().isPresent() ? simulator.withSeed(settings.seed().get()) : simulator;
    }

    private static Cluster cluster(OtpstreamConfig config) {
        return Cluster.of(config.kafka().toClientConfig());
    }

    private static void awaitRunning(Pipeline pipeline) throws InterruptedException {
        try {
            pipeline.running().toCompletableFuture().get(RUNNING_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the pipeline has not started within " + RUNNING_WITHIN_SECONDS + " s", e);
        }
    }
}
