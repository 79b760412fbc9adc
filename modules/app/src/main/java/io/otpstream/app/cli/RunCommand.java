package io.otpstream.app.cli;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.config.ConfigKeys;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.dashboard.DashboardFactory;
import io.otpstream.app.dashboard.RunningDashboard;
import io.otpstream.app.pipeline.ApiFactory;
import io.otpstream.app.pipeline.DialectFinder;
import io.otpstream.app.pipeline.PipelineFactory;
import io.otpstream.app.pipeline.StatePartitions;
import io.otpstream.app.text.JsonLine;
import io.otpstream.app.webhook.ReceiverFactory;
import io.otpstream.app.webhook.ReceiverStartException;
import io.otpstream.app.webhook.WebhookReceiver;
import io.otpstream.dashboard.http.DashboardStartException;
import io.otpstream.domain.api.Dialect;
import io.otpstream.domain.api.SmsCodeApi;
import io.otpstream.streams.Pipeline;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code otpstream run}: the pipeline itself. */
@Command(
        name = "run",
        description = {
            "Run the pipeline until Ctrl-C or SIGTERM: it serves what arrives on verification.requests.",
            "Topics that are missing are created. Several with the same application.id share the work, and the requests that"
                    + " the token allows: tell each the token's whole limit (rate.limit.per.minute). 'otpstream budget' shows the shares."
        },
        footer = {
            "",
            "Examples:",
            "  SMSCODE_TOKEN=... otpstream run",
            "  otpstream run --config otpstream.properties --dashboard",
            "  otpstream run --json     One object per thing that is ready: ready (pipeline, webhook, dashboard), ...",
            "  SMSCODE_TOKEN=simulator-token otpstream run --api-url http://127.0.0.1:8080/v1"
        })
public final class RunCommand extends KafkaSubcommand {

    @Option(
            names = "--dashboard",
            description = "Show what happens in a browser too (dashboard.host, dashboard.port, dashboard.password).")
    private boolean withDashboard;

    @Mixin
    private final ReadyOption ready = new ReadyOption();

    @Override
    ExitCode execute(OtpstreamConfig config, Cluster cluster) throws Exception {
        StopSignal stop = listenForStop();
        Optional<Dialect> dialect = DialectFinder.of(config).await(stop::await);
        if (dialect.isEmpty()) {
            return ExitCode.OK;
        }
        try (SmsCodeApi api = ApiFactory.create(config, dialect.get())) {
            prepareTopics(config, cluster);
            StatePartitions.obstacle(cluster, config.streams().applicationId()).ifPresent(obstacle -> {
                throw new CommandFailedException(ExitCode.FAILURE, obstacle);
            });
            try (Pipeline pipeline = PipelineFactory.create(config, api)) {
                pipeline.running()
                        .thenRun(() -> say(
                                JsonLine.empty()
                                        .with("ready", "pipeline")
                                        .with("api_url", config.api().url().toString())
                                        .with(
                                                "bootstrap_servers",
                                                config.kafka().bootstrapServers()),
                                "pipeline running; API " + config.api().url() + ", Kafka "
                                        + config.kafka().bootstrapServers()));
                pipeline.start();
                receive(config, dialect.get(), pipeline, stop);
                return ExitCode.OK;
            }
        }
    }

    private void receive(OtpstreamConfig config, Dialect dialect, Pipeline pipeline, StopSignal stop)
            throws InterruptedException {
        if (!ReceiverFactory.isWanted(config, dialect)) {
            if (config.webhook().listen().isPresent()) {
                err().println("note: " + ConfigKeys.WEBHOOK_LISTEN
                        + ": nothing is received, for the API speaks the guide's"
                        + " dialect, which knows no webhooks");
            }
            serve(config, pipeline, stop);
            return;
        }
        try (WebhookReceiver receiver = ReceiverFactory.start(config)) {
            say(
                    JsonLine.empty()
                            .with("ready", "webhook")
                            .with("webhook_url", receiver.uri().toString()),
                    "webhook receiver: " + receiver.uri());
            serve(config, pipeline, stop);
        } catch (ReceiverStartException e) {
            throw new CommandFailedException(ExitCode.FAILURE, ConfigKeys.WEBHOOK_LISTEN + ": " + e.getMessage(), e);
        }
    }

    private void serve(OtpstreamConfig config, Pipeline pipeline, StopSignal stop) throws InterruptedException {
        if (!withDashboard) {
            RunningPipeline.untilStopped(pipeline, stop);
            return;
        }
        try (RunningDashboard dashboard = DashboardFactory.start(config, pipeline)) {
            say(
                    JsonLine.empty()
                            .with("ready", "dashboard")
                            .with("dashboard_url", dashboard.uri().toString()),
                    "dashboard: " + dashboard.uri());
            RunningPipeline.untilStopped(pipeline, stop);
        } catch (DashboardStartException e) {
            throw new CommandFailedException(ExitCode.FAILURE, ConfigKeys.DASHBOARD_PORT + ": " + e.getMessage(), e);
        }
    }

    private void say(JsonLine json, String line) {
        ready.say(out(), json, List.of(line));
    }
}
