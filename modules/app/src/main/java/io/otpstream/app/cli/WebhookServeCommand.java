package io.otpstream.app.cli;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.config.ConfigKeys;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.text.JsonLine;
import io.otpstream.app.webhook.ReceiverFactory;
import io.otpstream.app.webhook.ReceiverStartException;
import io.otpstream.app.webhook.WebhookReceiver;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code otpstream webhook serve}: the receiver without a pipeline. */
@Command(
        name = "serve",
        description = {
            "Receive what the API pushes, until Ctrl-C or SIGTERM, and hand it to the pipelines by way of Kafka.",
            "Listens at webhook.listen; put something before it that speaks https to the outside. 'run' does the same"
                    + " when webhook.listen is set."
        },
        footer = {
            "",
            "Examples:",
            "  otpstream webhook serve --set webhook.listen=127.0.0.1:8086 --set webhook.secret.file=secret.txt",
            "  otpstream webhook serve --json     One object when it is ready: webhook_url."
        })
public final class WebhookServeCommand extends KafkaSubcommand {

    @Mixin
    private final ReadyOption ready = new ReadyOption();

    @Override
    ExitCode execute(OtpstreamConfig config, Cluster cluster) throws InterruptedException {
        StopSignal stop = listenForStop();
        prepareTopics(config, cluster);
        try (WebhookReceiver receiver = ReceiverFactory.start(config)) {
            ready.say(
                    out(),
                    JsonLine.empty().with("webhook_url", receiver.uri().toString()),
                    List.of("webhook receiver ready: " + receiver.uri()));
            stop.await();
            return ExitCode.OK;
        } catch (ReceiverStartException e) {
            throw new CommandFailedException(ExitCode.FAILURE, ConfigKeys.WEBHOOK_LISTEN + ": " + e.getMessage(), e);
        }
    }
}
